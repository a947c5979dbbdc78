import 'server-only'
import { rm } from 'node:fs/promises'
import { maskFor } from '@/lib/privacy/mask'
import { readPersonalFields } from '@/lib/privacy/personal-columns'
import { readSmallGroup } from '@/lib/privacy/repository-small-groups'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { warehousePath } from '@/lib/warehouse/paths'
import { type Insights, insightsSchema } from './insights-schema'
import { findAvailability } from './queries-availability'
import { readPeople } from './queries-people'
import { readDistribution, readMap, readMemberships } from './queries-results'
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
import { hideSegment, hideSmallInsights, hideSmallSegments, hideSmallSpreads } from './small-segments'
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

async function findView(member: Member, id: string) {
  const database = await getDatabase()
  const stored = await repository.findSegmentation(database, member.workspaceId, id)
  const view = viewSegmentation(stored)
  if (view.state !== 'completed') return { view, stored }
  return { view: hideSmallSegments(view, await readSmallGroup(database, member.workspaceId)), stored }
}

/** A segmentation with its segments once it is complete, little of small ones; throws AppError notFound. */
export async function getSegmentation(
  member: Member,
  id: string,
): Promise<SegmentationView | PendingSegmentation> {
  return (await findView(member, id)).view
}

async function requireResult(member: Member, id: string) {
  const { view, stored } = await findView(member, id)
  if (view.state !== 'completed' || !stored.file) throw new AppError('notFound')
  return { view, path: warehousePath(readEnv().dataDir, stored.file) }
}

export async function getMap(member: Member, id: string): Promise<MapPoints> {
  const { path } = await requireResult(member, id)
  const points = await readMap(await getWarehouse(), path)
  return { ...points, ids: points.ids.map(maskFor(member).id) }
}

export async function getDistribution(member: Member, id: string, feature: string): Promise<Distribution> {
  const { view, path } = await requireResult(member, id)
  if (!view.result.features.some(({ id }) => id === feature)) throw new AppError('notFound')
  return hideSmallSpreads(await readDistribution(await getWarehouse(), path, feature), view)
}

/** A page of a segment's people; viewers see and search no personal details. */
export async function getPeople(member: Member, segmentId: string, query: PeopleQuery): Promise<PeoplePage> {
  const database = await getDatabase()
  const { position, file } = await repository.findSegment(database, member.workspaceId, segmentId)
  const { dataDir } = readEnv()
  const batches = await listBatches(database, member.workspaceId)
  const result = { path: warehousePath(dataDir, file), segment: position }
  const scope = { mask: maskFor(member), personal: await readPersonalFields(member) }
  return readPeople(await getWarehouse(), { dataDir, batches }, result, query, scope)
}

export async function renameSegment(member: Member, segmentId: string, name: string): Promise<void> {
  requireRole(member, 'analyst')
  await repository.renameSegment(await getDatabase(), member, segmentId, name || null)
}

export async function savePersona(member: Member, segmentId: string, persona: Persona): Promise<void> {
  requireRole(member, 'analyst')
  await repository.savePersona(await getDatabase(), member, segmentId, persona)
}

/** What is told of a finished segmentation's segments but small ones; null for runs of before it was kept. */
export async function getInsights(member: Member, id: string): Promise<Insights | null> {
  const database = await getDatabase()
  const { insights, sizes } = await repository.readInsights(database, member.workspaceId, id)
  const stored = insightsSchema.nullable().parse(insights)
  const mask = maskFor(member)
  for (const { quality } of stored?.segments ?? [])
    for (const customer of quality?.farthest ?? []) customer.customerId = mask.id(customer.customerId)
  return stored && hideSmallInsights(stored, sizes, await readSmallGroup(database, member.workspaceId))
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
  const database = await getDatabase()
  const [finished, smallGroup, warehouse] = await Promise.all([
    repository.listFinished(database, member.workspaceId, membershipsShown),
    readSmallGroup(database, member.workspaceId),
    getWarehouse(),
  ])
  const { dataDir } = readEnv()
  const paths = finished.map(({ file }) => warehousePath(dataDir, file))
  const positions = await readMemberships(warehouse, paths, customerId)
  const places = finished.flatMap(({ id: segmentationId }, index) => {
    const position = positions.get(index)
    return position === undefined ? [] : [{ segmentationId, position }]
  })
  const segments = await repository.findSegments(database, places)
  return finished.flatMap(({ id, name, asOf }) => {
    const segment = segments.get(id)
    const segmentation = { id, name, asOf: asOf.toISOString().slice(0, 10) }
    return segment ? [{ segmentation, segment: hideSegment(viewSegment(segment), smallGroup) }] : []
  })
}
