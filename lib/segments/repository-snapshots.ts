import 'server-only'
import { enqueueJob } from '@/lib/jobs/queue'
import type { Member } from '@/lib/server/access'
import type { Database, Transaction } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import type { SnapshotSummary } from './snapshot-schema'

const kept = 5

const midnight = (asOf: string) => new Date(`${asOf}T00:00:00Z`)

export async function readDataVersion(
  database: Pick<Database, 'workspace'>,
  workspaceId: string,
): Promise<number> {
  const where = { id: workspaceId }
  return (await database.workspace.findUniqueOrThrow({ where, select: { dataVersion: true } })).dataVersion
}

/** The snapshot of the data as it stands, finished or under way, else a new one with its job; returns its id. */
export async function ensureSnapshot(database: Database, member: Member, asOf: string): Promise<string> {
  const { workspaceId, userId: createdBy } = member
  return database.$transaction(async (transaction) => {
    const dataVersion = await readDataVersion(transaction, workspaceId)
    const day = midnight(asOf)
    const usable = { status: { in: ['queued' as const, 'running' as const, 'completed' as const] } }
    const found = await transaction.featureSnapshot.findFirst({
      where: { workspaceId, dataVersion, asOf: day, job: usable },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      select: { id: true },
    })
    if (found) return found.id
    const id = crypto.randomUUID()
    const payload = { snapshotId: id }
    const job = await enqueueJob(transaction, { workspaceId, kind: 'features', payload, createdBy })
    await transaction.featureSnapshot.create({
      data: { id, workspaceId, dataVersion, asOf: day, jobId: job.id, createdBy },
    })
    return id
  })
}

/** A snapshot with its job; throws AppError notFound. */
export async function findSnapshot(database: Database, workspaceId: string, id: string) {
  const found = await database.featureSnapshot.findFirst({
    where: { id, workspaceId },
    include: { job: true },
  })
  if (!found) throw new AppError('notFound')
  return found
}

/** Stores a finished snapshot in the transaction that completes its job. */
export async function saveSnapshot(
  transaction: Transaction,
  { id, workspaceId, dataVersion }: { id: string; workspaceId: string; dataVersion: number },
  result: { file: string; customers: number; summary: SnapshotSummary },
): Promise<void> {
  await transaction.featureSnapshot.update({ where: { id, workspaceId }, data: { dataVersion, ...result } })
}

/**
 * Forgets the snapshots of a workspace that nobody needs: of older data, ended without a result, or beyond the newest
 * five. Those that wait or are being computed stay. Returns the names of their files.
 */
export async function forgetSnapshots(database: Database, workspaceId: string): Promise<string[]> {
  return database.$transaction(async (transaction) => {
    const dataVersion = await readDataVersion(transaction, workspaceId)
    const ended = await transaction.featureSnapshot.findMany({
      where: { workspaceId, job: { status: { in: ['completed', 'failed', 'cancelled'] } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      select: { id: true, jobId: true, file: true, dataVersion: true },
    })
    const current = ended.filter((one) => one.file !== null && one.dataVersion === dataVersion)
    const staying = new Set(current.slice(0, kept).map(({ id }) => id))
    const leaving = ended.filter(({ id }) => !staying.has(id))
    const ids = leaving.map(({ id }) => id)
    await transaction.featureSnapshot.deleteMany({ where: { workspaceId, id: { in: ids } } })
    await transaction.job.deleteMany({
      where: { workspaceId, id: { in: leaving.map(({ jobId }) => jobId) } },
    })
    return leaving.flatMap(({ file }) => file ?? [])
  })
}
