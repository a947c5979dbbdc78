import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import type { DatedBatch } from './queries-retention'
import { listAllBatches } from './repository-erasures'
import { type Retention, retentionSchema } from './retention-schema'

/** What a workspace keeps for how long. */
export async function readRetention(
  database: Pick<Database, 'workspace'>,
  workspaceId: string,
): Promise<Retention> {
  const { retention } = await database.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { retention: true },
  })
  return retentionSchema.safeParse(retention).data ?? {}
}

export async function saveRetention(
  database: Database,
  { workspaceId, userId: actorId }: Member,
  retention: Retention,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.workspace.update({ where: { id: workspaceId }, data: { retention } })
    await recordEvent(transaction, {
      workspaceId,
      actorId,
      action: 'retention.change',
      details: { months: retention },
    })
  })
}

/** Every batch with when it came. */
export async function listDatedBatches(database: Database, workspaceId: string): Promise<DatedBatch[]> {
  const [batches, dates] = await Promise.all([
    listAllBatches(database, workspaceId),
    database.batch.findMany({ where: { workspaceId }, select: { id: true, createdAt: true } }),
  ])
  const dateOf = new Map(dates.map(({ id, createdAt }) => [id, createdAt]))
  return batches.map((batch) => ({ ...batch, createdAt: dateOf.get(batch.id) ?? new Date(0) }))
}

/** Downloads that ended before a moment; their receipts may go. */
export async function listOldExports(
  database: Database,
  workspaceId: string,
  before: Date,
): Promise<string[]> {
  const found = await database.export.findMany({
    where: { workspaceId, createdAt: { lt: before } },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}

/** Notes what a retention took, in the transaction that takes it. */
export function recordRetention(
  transaction: Transaction,
  workspaceId: string,
  counts: Record<string, number>,
): Promise<void> {
  return recordEvent(transaction, {
    ...{ workspaceId, actorId: null, action: 'retention.apply', details: { counts } },
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
  })
}

const dayMilliseconds = 24 * 3_600_000

/**
 * Has the retention of every workspace that has one applied, once a day: of several workers that ask, the first one's
 * job counts, since its id is made of the workspace and the day. Returns how many jobs were queued.
 */
export async function enqueueRetention(database: Database, now: Date): Promise<number> {
  const workspaces = await database.workspace.findMany({ select: { id: true, retention: true } })
  let queued = 0
  for (const { id: workspaceId, retention } of workspaces) {
    const kept = Object.values(retentionSchema.safeParse(retention).data ?? {})
    if (kept.every((months) => months === null)) continue
    const id = `retention-${workspaceId}-${Math.floor(now.getTime() / dayMilliseconds)}`
    if (await database.job.findUnique({ where: { id }, select: { id: true } })) continue
    const job = { id, workspaceId, kind: 'retention', payload: { at: now.toISOString() } }
    await database.job.create({ data: job }).then(
      () => queued++,
      async (error) => {
        if (!(await database.job.findUnique({ where: { id }, select: { id: true } }))) throw error
      },
    )
  }
  return queued
}
