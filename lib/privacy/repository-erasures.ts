import 'server-only'
import { z } from 'zod'
import { enqueueJob } from '@/lib/jobs/queue'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { advanceDataset, StaleDatasetError } from '@/lib/server/dataset-version'
import { AppError } from '@/lib/shared/errors'
import { type ErasureResult, erasureResultSchema } from './erasure-schema'
import { type ErasedPeople, readDigestKey } from './person-digest'
import type { AnyBatch } from './queries-person'
import type { RewrittenBatch } from './queries-rewrite'

const keysSchema = z.array(z.string())
export const readKeys = (keys: unknown): string[] => keysSchema.parse(keys)
export const readResult = (result: unknown): ErasureResult | null =>
  erasureResultSchema.safeParse(result).data ?? null

/** The people who stay out of a workspace; null when nobody asked to. */
export async function readErased(
  database: Database,
  dataDir: string,
  workspaceId: string,
): Promise<ErasedPeople | null> {
  const erasures = await database.erasure.findMany({
    where: { workspaceId, liftedAt: null, job: { status: { not: 'cancelled' } } },
    select: { keys: true },
  })
  if (erasures.length === 0) return null
  const digests = [...new Set(erasures.flatMap(({ keys }) => readKeys(keys)))]
  return { key: await readDigestKey(dataDir, workspaceId, 'erasure'), digests }
}

/** Every batch of a workspace, oldest first: superseded, undone and unconfirmed ones too. */
export async function listAllBatches(database: Database, workspaceId: string): Promise<AnyBatch[]> {
  const batches = await database.batch.findMany({
    where: { workspaceId },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, importId: true, table: true, file: true, mode: true, overlaps: true },
      ...{ contacts: true, format: true, visible: true },
    },
  })
  return batches.map(({ overlaps, ...batch }) => ({
    ...batch,
    overlaps: Array.isArray(overlaps) ? overlaps.map(String) : null,
  }))
}

/** An erasure's row and its job, together. */
export async function createErasure(
  database: Database,
  erasure: { id: string; workspaceId: string; createdBy: string | null; createdAt?: Date; keys: string[] },
): Promise<string> {
  const { id, workspaceId, createdBy } = erasure
  return database.$transaction(async (transaction) => {
    const by = createdBy ? { createdBy } : {}
    const payload = { erasureId: id }
    const job = await enqueueJob(transaction, { workspaceId, kind: 'erasure', payload, ...by })
    await transaction.erasure.create({ data: { ...erasure, jobId: job.id } })
    return job.id
  })
}

export async function findErasure(database: Database, workspaceId: string, id: string) {
  const found = await database.erasure.findFirst({ where: { id, workspaceId } })
  if (!found) throw new AppError('notFound')
  return found
}

/** A workspace's erasures, newest first. */
export async function listErasures(database: Database, workspaceId: string) {
  return database.erasure.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { job: { select: { id: true, status: true } } },
  })
}

export async function liftErasure(database: Database, member: Member, id: string, at: Date): Promise<void> {
  const { workspaceId, userId } = member
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.erasure.updateMany({
      where: { id, workspaceId, liftedAt: null, job: { status: { notIn: ['queued', 'running'] } } },
      data: { liftedAt: at, liftedBy: userId },
    })
    if (count === 0) throw new AppError('notFound')
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'person.liftErasure',
      objectId: id,
    })
  })
}

/** Puts rewritten batches in the place of the old ones; throws StaleDatasetError when others changed the batches. */
export async function swapBatches(
  transaction: Transaction,
  workspaceId: string,
  rewritten: readonly RewrittenBatch[],
): Promise<void> {
  for (const { id, old, file, rows, bytes, contacts, sums } of rewritten) {
    const { count } = await transaction.batch.updateMany({
      where: { id, workspaceId, file: old },
      data: { file, rows, bytes: BigInt(bytes), contacts, sums },
    })
    if (count === 0) throw new StaleDatasetError()
  }
}

/** Takes the dataset to its next version for those who rewrite it; throws StaleDatasetError when they did not see all. */
export async function advanceSeen(
  transaction: Transaction,
  workspaceId: string,
  version: number,
  seen: readonly { id: string }[],
): Promise<void> {
  await advanceDataset(transaction, workspaceId, version)
  const unseen = await transaction.batch.count({
    where: { workspaceId, id: { notIn: seen.map(({ id }) => id) } },
  })
  if (unseen > 0) throw new StaleDatasetError()
}

/** Jobs of a workspace that run beside this one. */
export async function findOthers(
  database: Pick<Database, 'job'>,
  workspaceId: string,
  jobId: string,
): Promise<string[]> {
  const others = await database.job.findMany({
    where: { workspaceId, status: 'running', id: { not: jobId } },
    select: { id: true },
  })
  return others.map(({ id }) => id)
}

export function countRunning(database: Database, ids: readonly string[]): Promise<number> {
  return database.job.count({ where: { id: { in: [...ids] }, status: 'running' } })
}

/** Erasures whose old files are still there. */
export async function findUnfinished(database: Database, id?: string) {
  const erasures = await database.erasure.findMany({
    where: { job: { status: 'completed' }, ...(id ? { id } : {}) },
    select: { id: true, result: true },
  })
  return erasures.flatMap(({ id: erasureId, result }) => {
    const read = readResult(result)
    return read && read.leftovers.length > 0 ? [{ id: erasureId, result: read }] : []
  })
}

export async function storeFinished(database: Database, id: string, result: ErasureResult): Promise<void> {
  await database.erasure.update({ where: { id }, data: { result: { ...result, leftovers: [] } } })
}

export type LoggedErasure = {
  workspaceId: string
  id: string
  keys: string[]
  at: string
  liftedAt: string | null
}

/** Every erasure of the installation whose data are gone. */
export async function listDone(database: Database): Promise<LoggedErasure[]> {
  const erasures = await database.erasure.findMany({ where: { job: { status: 'completed' } } })
  return erasures.map(({ id, workspaceId, keys, createdAt, liftedAt }) => ({
    ...{ id, workspaceId, keys: readKeys(keys), at: createdAt.toISOString() },
    liftedAt: liftedAt?.toISOString() ?? null,
  }))
}

/** Those of the ids that the database does not know, of workspaces that it does. */
export async function findForgotten<T extends { id: string; workspaceId: string }>(
  database: Database,
  logged: readonly T[],
): Promise<T[]> {
  const [known, workspaces] = await Promise.all([
    database.erasure.findMany({ select: { id: true } }),
    database.workspace.findMany({ select: { id: true } }),
  ])
  const ids = new Set(known.map(({ id }) => id))
  const there = new Set(workspaces.map(({ id }) => id))
  return logged.filter(({ id, workspaceId }) => !ids.has(id) && there.has(workspaceId))
}

export type StoredErasure = {
  erasureId: string
  actorId: string | null
  keys: string[]
  result: ErasureResult
  after: string[]
}

/** Stores what an erasure found and took, and a second pass where other jobs ran meanwhile. */
export async function storeErasure(
  transaction: Transaction,
  workspaceId: string,
  { erasureId, actorId, keys, result, after }: StoredErasure,
): Promise<void> {
  await transaction.erasure.updateMany({ where: { id: erasureId, workspaceId }, data: { keys, result } })
  if (after.length > 0) {
    await enqueueJob(transaction, { workspaceId, kind: 'erasure', payload: { erasureId, after } })
  }
  const { rows, segmentations, recommenders, originals, exports } = result
  await recordEvent(transaction, {
    ...{ workspaceId, actorId, action: 'person.erase', objectId: erasureId },
    rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    details: { ...{ rows, segmentations, recommenders, originals }, exports: exports.length },
  })
}

/** Whether what a job wrote can be thrown away: the answer to a commit that succeeded may have been lost. */
export async function hasNotCommitted(database: Database, jobId: string): Promise<boolean> {
  const job = await database.job
    .findUnique({ where: { id: jobId }, select: { status: true } })
    .catch(() => ({ status: 'completed' }))
  return job?.status !== 'completed'
}

/** Lifts what the log says was lifted after the back-up that the database was restored from. */
export async function restoreLifted(
  database: Database,
  logged: readonly Pick<LoggedErasure, 'id' | 'liftedAt'>[],
): Promise<void> {
  for (const { id, liftedAt } of logged) {
    if (liftedAt === null) continue
    await database.erasure.updateMany({
      where: { id, liftedAt: null },
      data: { liftedAt: new Date(liftedAt) },
    })
  }
}
