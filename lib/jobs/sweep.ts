import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import { jobOfFolder } from './job-folder'
import { listNamedFiles } from './named-files'

/** A file without a row may be about to get one for this long, and one that counts no more may still be read. */
const graceMilliseconds = 3_600_000
/** How long a checked import waits to be confirmed. */
const undecidedMilliseconds = 7 * 24 * graceMilliseconds
const longestDownloadMilliseconds = 24 * graceMilliseconds

async function listOld(folder: string, before: number): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const old = await Promise.all(
    names.map(async (name) => {
      const modified = (await stat(join(folder, name)).catch(() => null))?.mtimeMs
      return modified !== undefined && modified < before
    }),
  )
  return names.filter((_, index) => old[index])
}

/** Forgets imports that were checked and never confirmed, and the batches of those that count no more. */
async function forgetUndecided(database: Database, now: number): Promise<void> {
  const before = (milliseconds: number) => new Date(now - milliseconds)
  await database.import.updateMany({
    where: {
      stage: 'checked',
      createdAt: { lt: before(undecidedMilliseconds) },
      job: { status: { notIn: ['queued', 'running'] } },
    },
    data: { stage: 'discarded', undoneAt: new Date(now) },
  })
  await database.batch.deleteMany({
    where: {
      visible: false,
      import: { stage: { in: ['undone', 'discarded'] }, undoneAt: { lt: before(graceMilliseconds) } },
    },
  })
}

/** Writes down of downloads that began and whose server died that they were cut short. */
async function endAbandonedExports(database: Database, now: number): Promise<void> {
  const started = { outcome: 'started', createdAt: { lt: new Date(now - longestDownloadMilliseconds) } }
  for (const { id, workspaceId, createdBy: actorId } of await database.export.findMany({ where: started })) {
    await database.$transaction(async (transaction) => {
      const { count } = await transaction.export.updateMany({
        where: { id, workspaceId, ...started },
        data: { outcome: 'interrupted', finishedAt: new Date(now) },
      })
      const event = { workspaceId, actorId, action: 'export.download', objectId: id, outcome: 'interrupted' }
      if (count === 1) await recordEvent(transaction, event)
    })
  }
}

/**
 * Removes what killed processes left behind: temporary folders of jobs that do not run, and files of the warehouse,
 * uploads, their texts, rejects and receipts of exports that no row names. Returns the paths removed.
 */
export async function sweepOrphans(database: Database, dataDir: string, now: number): Promise<string[]> {
  await forgetUndecided(database, now)
  await endAbandonedExports(database, now)
  // Before the names: what a job names that ends in between is among them.
  const running = await database.job.findMany({
    where: { status: 'running' },
    select: { id: true, startedAt: true },
  })
  // What a job has written since it began may be named when it ends, however long it takes (or its machine slept).
  const began = running.map(({ startedAt }) => startedAt?.getTime() ?? now)
  const before = Math.min(now - graceMilliseconds, ...began)
  const tmp = new Set(running.map(({ id }) => id))
  const removed: string[] = []
  for (const [folder, names] of Object.entries({ ...(await listNamedFiles(database)), tmp })) {
    for (const name of await listOld(join(dataDir, folder), before)) {
      if (names.has(folder === 'tmp' ? jobOfFolder(name) : name)) continue
      await rm(join(dataDir, folder, name), { recursive: true, force: true })
      removed.push(join(folder, name))
    }
  }
  return removed
}
