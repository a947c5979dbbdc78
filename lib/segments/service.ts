import 'server-only'
import { rm } from 'node:fs/promises'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { hasRole } from '@/lib/shared/roles'
import { warehousePath } from '@/lib/warehouse/paths'
import { type Insights, insightsSchema } from './insights-schema'
import { findAvailability } from './queries-availability'
import { readPeople } from './queries-people'
import { readDistribution, readMap, readMembership } from './queries-results'
import * as repository from './repository'
import type {
  Distribution,
  MapPoints,
  PendingSegmentation,
  PeoplePage,
  PeopleQuery,
  Persona,
  SegmentationOptions,
  SegmentationSummary,
  SegmentationView,
  SegmentView,
} from './schema'
import type { SegmentationSettings } from './settings-schema'
import { findUnavailable } from './unavailable'
import { viewSegment, viewSegmentation, viewSummary } from './view'

const membershipsShown = 10
/** By the files of the dataset, which never change. */
const rememberOptions = createMemory<SegmentationOptions | null>(50)

/** Which features the data supports and which days it covers; null without a purchase of a named customer. */
export async function getSegmentationOptions(member: Member): Promise<SegmentationOptions | null> {
  const batches = await listBatches(await getDatabase(), member.workspaceId)
  const warehouse = await getWarehouse()
  return rememberOptions(batches.map(({ file }) => file).join(), () =>
    findAvailability(warehouse, readEnv().dataDir, batches),
  )
}

/** Queues a segmentation; throws AppError forbidden, noPurchases, featureUnavailable or notFound (what it builds on). */
export async function createSegmentation(
  member: Member,
  settings: SegmentationSettings,
): Promise<{ segmentationId: string }> {
  requireRole(member, 'analyst')
  const database = await getDatabase()
  const options = await getSegmentationOptions(member)
  if (!options || settings.asOf < options.firstDate) throw new AppError('noPurchases')
  if (settings.kind === 'kmeans') {
    const feature = findUnavailable(settings.features, options)
    if (feature) throw new AppError('featureUnavailable', { feature })
  }
  const other =
    settings.kind === 'scored' ? settings.baseId : settings.kind === 'kmeans' && settings.similarTo
  if (other) await repository.findSegmentation(database, member.workspaceId, other)
  return { segmentationId: await repository.createSegmentation(database, member, settings) }
}

export async function listSegmentations(member: Member): Promise<SegmentationSummary[]> {
  return (await repository.listSegmentations(await getDatabase(), member.workspaceId)).map(viewSummary)
}

/** A segmentation with its segments once it is complete; throws AppError notFound. */
export async function getSegmentation(
  member: Member,
  id: string,
): Promise<SegmentationView | PendingSegmentation> {
  return viewSegmentation(await repository.findSegmentation(await getDatabase(), member.workspaceId, id))
}

async function requireResult(member: Member, id: string) {
  const stored = await repository.findSegmentation(await getDatabase(), member.workspaceId, id)
  const view = viewSegmentation(stored)
  if (view.state !== 'completed' || !stored.file) throw new AppError('notFound')
  return { view, path: warehousePath(readEnv().dataDir, stored.file) }
}

export async function getMap(member: Member, id: string): Promise<MapPoints> {
  const { path } = await requireResult(member, id)
  return readMap(await getWarehouse(), path)
}

export async function getDistribution(member: Member, id: string, feature: string): Promise<Distribution> {
  const { view, path } = await requireResult(member, id)
  if (!view.result.features.some(({ id }) => id === feature)) throw new AppError('notFound')
  return readDistribution(await getWarehouse(), path, feature)
}

/** A page of a segment's people; viewers see and search no personal details. */
export async function getPeople(member: Member, segmentId: string, query: PeopleQuery): Promise<PeoplePage> {
  const database = await getDatabase()
  const { position, file } = await repository.findSegment(database, member.workspaceId, segmentId)
  const { dataDir } = readEnv()
  const batches = await listBatches(database, member.workspaceId)
  const result = { path: warehousePath(dataDir, file), segment: position }
  const personal = hasRole(member.role, 'analyst')
  const page = await readPeople(await getWarehouse(), { dataDir, batches }, result, query, { personal })
  if (personal) return page
  return { ...page, rows: page.rows.map((row) => ({ ...row, name: null, email: null, city: null })) }
}

export async function renameSegment(member: Member, segmentId: string, name: string): Promise<void> {
  requireRole(member, 'analyst')
  await repository.renameSegment(await getDatabase(), member, segmentId, name || null)
}

export async function savePersona(member: Member, segmentId: string, persona: Persona): Promise<void> {
  requireRole(member, 'analyst')
  await repository.savePersona(await getDatabase(), member, segmentId, persona)
}

/** What is told of a finished segmentation's segments; null for runs of before it was kept. */
export async function getInsights(member: Member, id: string): Promise<Insights | null> {
  return insightsSchema
    .nullable()
    .parse(await repository.readInsights(await getDatabase(), member.workspaceId, id))
}

/** Removes a segmentation for good; throws AppError notFound while it is being computed. */
export async function deleteSegmentation(member: Member, id: string): Promise<void> {
  requireRole(member, 'analyst')
  const file = await repository.deleteSegmentation(await getDatabase(), member, id)
  if (file) await rm(warehousePath(readEnv().dataDir, file), { force: true })
}

export type Membership = {
  segmentation: { id: string; name: string; asOf: string }
  segment: SegmentView
}

/** A customer's segment in each of the latest finished segmentations that hold them. */
export async function findMemberships(member: Member, customerId: string): Promise<Membership[]> {
  const finished = await repository.listFinished(await getDatabase(), member.workspaceId, membershipsShown)
  const warehouse = await getWarehouse()
  const { dataDir } = readEnv()
  const memberships = await Promise.all(
    finished.map(async ({ id, name, asOf, file, segments }) => {
      const position = await readMembership(warehouse, warehousePath(dataDir, file ?? ''), customerId)
      const segment = segments.find((one) => one.position === position)
      const segmentation = { id, name, asOf: asOf.toISOString().slice(0, 10) }
      return segment ? [{ segmentation, segment: viewSegment(segment) }] : []
    }),
  )
  return memberships.flat()
}
