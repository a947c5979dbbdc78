import 'server-only'
import { enqueueJob } from '@/lib/jobs/queue'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import type { Computed } from './compute'
import type { Insights } from './insights-schema'
import type { Persona } from './schema'
import { createSegmentationSchema, type SegmentationSettings } from './settings-schema'

/** The segmentation's row and its job, together; returns the segmentation's id. */
export async function createSegmentation(
  database: Database,
  member: Member,
  settings: SegmentationSettings,
): Promise<string> {
  const { workspaceId, userId: createdBy } = member
  const id = crypto.randomUUID()
  await database.$transaction(async (transaction) => {
    const payload = { segmentationId: id }
    const job = await enqueueJob(transaction, { workspaceId, kind: 'segmentation', payload, createdBy })
    await transaction.segmentation.create({
      data: {
        id,
        workspaceId,
        kind: settings.kind,
        baseId: settings.kind === 'scored' ? settings.baseId : null,
        name: settings.name,
        settings,
        asOf: new Date(`${settings.asOf}T00:00:00Z`),
        jobId: job.id,
        createdBy,
      },
    })
    await recordEvent(transaction, {
      workspaceId: member.workspaceId,
      actorId: member.userId,
      action: 'segmentation.create',
      objectId: id,
    })
  })
  return id
}

export async function readSettings(
  database: Database,
  workspaceId: string,
  id: string,
): Promise<SegmentationSettings> {
  const { settings } = await database.segmentation.findFirstOrThrow({ where: { id, workspaceId } })
  return createSegmentationSchema.parse(settings)
}

/** Stores a finished run in the transaction that completes its job. */
export async function saveResult(
  transaction: Transaction,
  { id, workspaceId }: { id: string; workspaceId: string },
  file: string,
  { result, segments }: Computed,
  insights: Insights,
): Promise<void> {
  const total = (pick: (segment: Computed['segments'][number]) => number) =>
    segments.reduce((sum, segment) => sum + pick(segment), 0)
  await transaction.segmentation.update({
    where: { id, workspaceId },
    data: {
      customers: total(({ size }) => size),
      revenue: total(({ revenue }) => revenue),
      result,
      insights,
      file,
    },
  })
  await transaction.segment.createMany({
    data: segments.map((segment, position) => ({ segmentationId: id, position, ...segment })),
  })
}

export function listSegmentations(database: Database, workspaceId: string) {
  return database.segmentation.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    omit: { result: true, insights: true },
    include: { job: true, _count: { select: { segments: true } } },
  })
}

/** One segmentation with its job and segments in order; throws AppError notFound. */
export async function findSegmentation(database: Database, workspaceId: string, id: string) {
  const found = await database.segmentation.findFirst({
    where: { id, workspaceId },
    omit: { insights: true },
    include: {
      job: true,
      segments: { orderBy: { position: 'asc' } },
      _count: { select: { segments: true } },
    },
  })
  if (!found) throw new AppError('notFound')
  return found
}

/** What is told of a finished segmentation's segments, as stored, with their sizes; throws AppError notFound. */
export async function readInsights(database: Database, workspaceId: string, id: string) {
  const found = await database.segmentation.findFirst({
    where: { id, workspaceId, file: { not: null } },
    select: { insights: true, segments: { orderBy: { position: 'asc' }, select: { size: true } } },
  })
  if (!found) throw new AppError('notFound')
  return { insights: found.insights, sizes: found.segments.map(({ size }) => size) }
}

/** One segment with the file of its finished segmentation; throws AppError notFound. */
export async function findSegment(database: Database, workspaceId: string, id: string) {
  const found = await database.segment.findFirst({
    where: { id, segmentation: { workspaceId } },
    include: { segmentation: { select: { id: true, name: true, file: true } } },
  })
  const file = found?.segmentation.file
  if (!found || !file) throw new AppError('notFound')
  return { ...found, file }
}

/** What a user wrote about a segment; an empty text or list brings the computed words back. */
export async function savePersona(
  database: Database,
  member: Member,
  id: string,
  persona: Persona,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const where = { id, segmentation: { workspaceId: member.workspaceId } }
    const { count } = await transaction.segment.updateMany({ where, data: { persona } })
    if (count === 0) throw new AppError('notFound')
    await recordEvent(transaction, {
      workspaceId: member.workspaceId,
      actorId: member.userId,
      action: 'segment.persona',
      objectId: id,
    })
  })
}

/** An empty name brings the suggestion back. */
export async function renameSegment(
  database: Database,
  member: Member,
  id: string,
  name: string | null,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const where = { id, segmentation: { workspaceId: member.workspaceId } }
    const { count } = await transaction.segment.updateMany({ where, data: { name } })
    if (count === 0) throw new AppError('notFound')
    await recordEvent(transaction, {
      workspaceId: member.workspaceId,
      actorId: member.userId,
      action: 'segment.rename',
      objectId: id,
    })
  })
}

/** Removes a segmentation that is not being computed, with its segments and exports; returns its file's name. */
export async function deleteSegmentation(
  database: Database,
  member: Member,
  id: string,
): Promise<string | null> {
  return database.$transaction(async (transaction) => {
    const { workspaceId } = member
    const ended = { status: { in: ['completed' as const, 'failed' as const, 'cancelled' as const] } }
    const found = await transaction.segmentation.findFirst({ where: { id, workspaceId, job: ended } })
    if (!found) throw new AppError('notFound')
    await transaction.segmentation.delete({ where: { id } })
    await transaction.job.delete({ where: { id: found.jobId } })
    await recordEvent(transaction, {
      workspaceId: member.workspaceId,
      actorId: member.userId,
      action: 'segmentation.delete',
      objectId: id,
    })
    return found.file
  })
}

/** Finished segmentations that have a file, newest first. */
export async function listFinished(database: Database, workspaceId: string, most: number) {
  const finished = await database.segmentation.findMany({
    where: { workspaceId, file: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: most,
    select: { id: true, name: true, asOf: true, file: true },
  })
  return finished.map(({ file, ...segmentation }) => ({ ...segmentation, file: file ?? '' }))
}

type Place = { segmentationId: string; position: number }

/** The segments at these places; every place is of a segmentation of its own. */
export async function findSegments(database: Database, places: readonly Place[]) {
  const segments = await database.segment.findMany({ where: { OR: [...places] } })
  return new Map(segments.map((segment) => [segment.segmentationId, segment]))
}
