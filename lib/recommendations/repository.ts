import 'server-only'
import { z } from 'zod'
import { enqueueJob } from '@/lib/jobs/queue'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import type { RecommenderResult } from './result-schema'
import { createRecommenderSchema, type RecommenderSettings } from './settings-schema'

type Files = { listsFile: string; productsFile: string; modelFile: string }

/** The recommender's row and its job, together; returns the recommender's id. */
export async function createRecommender(
  database: Database,
  { workspaceId, userId }: Member,
  settings: RecommenderSettings,
): Promise<string> {
  const id = crypto.randomUUID()
  await database.$transaction(async (transaction) => {
    const job = await enqueueJob(transaction, {
      workspaceId,
      kind: 'recommender',
      payload: { recommenderId: id },
      createdBy: userId,
    })
    await transaction.recommender.create({
      data: {
        id,
        workspaceId,
        name: settings.name,
        settings,
        asOf: new Date(`${settings.asOf}T00:00:00Z`),
        jobId: job.id,
        createdBy: userId,
      },
    })
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'recommender.create',
      objectId: id,
    })
  })
  return id
}

export async function readSettings(
  database: Database,
  workspaceId: string,
  id: string,
): Promise<RecommenderSettings> {
  const { settings } = await database.recommender.findFirstOrThrow({ where: { id, workspaceId } })
  return createRecommenderSchema.parse(settings)
}

/** The file and segments of a finished segmentation; null when it is gone. */
export async function findGroups(database: Database, workspaceId: string, segmentationId: string) {
  const found = await database.segmentation.findFirst({
    where: { id: segmentationId, workspaceId, file: { not: null } },
    select: { file: true, segments: { orderBy: { position: 'asc' }, select: { id: true } } },
  })
  return found?.file ? { file: found.file, segmentIds: found.segments.map(({ id }) => id) } : null
}

/** Stores a finished training in the transaction that completes its job. */
export async function saveResult(
  transaction: Transaction,
  { id, workspaceId }: { id: string; workspaceId: string },
  files: Files,
  result: RecommenderResult,
): Promise<void> {
  const { customers, products } = result
  await transaction.recommender.update({
    where: { id, workspaceId },
    data: { customers, products, result, ...files },
  })
}

export function listRecommenders(database: Database, workspaceId: string) {
  return database.recommender.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { job: true },
  })
}

/** One recommender with its job; throws AppError notFound. */
export async function findRecommender(database: Database, workspaceId: string, id: string) {
  const found = await database.recommender.findFirst({ where: { id, workspaceId }, include: { job: true } })
  if (!found) throw new AppError('notFound')
  return found
}

/** Removes a recommender that is not being trained, with its export records; returns its files' names. */
export async function deleteRecommender(
  database: Database,
  { workspaceId, userId }: Member,
  id: string,
): Promise<string[]> {
  return database.$transaction(async (transaction) => {
    const ended = { status: { in: ['completed' as const, 'failed' as const, 'cancelled' as const] } }
    const found = await transaction.recommender.findFirst({ where: { id, workspaceId, job: ended } })
    if (!found) throw new AppError('notFound')
    await transaction.recommender.delete({ where: { id } })
    await transaction.job.delete({ where: { id: found.jobId } })
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'recommender.delete',
      objectId: id,
    })
    return [found.listsFile, found.productsFile, found.modelFile].flatMap((file) => file ?? [])
  })
}

/** One segment of a finished segmentation with its file; throws AppError notFound. */
export async function findSegment(database: Database, workspaceId: string, id: string) {
  const found = await database.segment.findFirst({
    where: { id, segmentation: { workspaceId } },
    select: { position: true, size: true, segmentation: { select: { file: true } } },
  })
  const file = found?.segmentation.file
  if (!found || !file) throw new AppError('notFound')
  return { position: found.position, size: found.size, file }
}

/** A finished segmentation's file and the names of its segments: the user's own, else the suggestion's key; null when gone. */
export async function findNamedGroups(database: Database, workspaceId: string, segmentationId: string) {
  const found = await database.segmentation.findFirst({
    where: { id: segmentationId, workspaceId, file: { not: null } },
    select: {
      file: true,
      segments: { orderBy: { position: 'asc' }, select: { name: true, suggestion: true, position: true } },
    },
  })
  if (!found?.file) return null
  const suggestionOf = (value: unknown) => z.object({ name: z.string() }).safeParse(value).data?.name
  return {
    file: found.file,
    names: found.segments.map(
      ({ name, suggestion, position }) => name ?? suggestionOf(suggestion) ?? String(position + 1),
    ),
  }
}

/** The id of the latest finished recommender; null without any. */
export async function findLatest(database: Database, workspaceId: string): Promise<string | null> {
  const found = await database.recommender.findFirst({
    where: { workspaceId, listsFile: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  })
  return found?.id ?? null
}
