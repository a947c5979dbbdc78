import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@/lib/server/database'
import { purgeDatabase } from '@/lib/server/purge-database'
import { appendLog, readLog } from './erasure-log'
import {
  createErasure,
  findForgotten,
  findUnfinished,
  listDone,
  restoreLifted,
  storeFinished,
} from './repository-erasures'

/** Deletes what erasures (one, or all) have left: old files, what the database still holds of replaced rows; notes them in the log. */
export async function finishErasures(database: Database, dataDir: string, id?: string): Promise<void> {
  await logErasures(database, dataDir)
  const unfinished = await findUnfinished(database, id)
  if (unfinished.length === 0) return
  for (const { result } of unfinished) {
    for (const path of result.leftovers) await rm(join(dataDir, path), { force: true })
  }
  if (!(await purgeDatabase(database))) return
  for (const { id: erasureId, result } of unfinished) await storeFinished(database, erasureId, result)
}

/** Brings the log up to date with the database. */
export async function logErasures(database: Database, dataDir: string): Promise<void> {
  const [log, done] = await Promise.all([readLog(dataDir), listDone(database)])
  const fresh = done.filter((entry) => {
    const known = log.get(entry.id)
    return !known || known.liftedAt !== entry.liftedAt || known.keys.length !== entry.keys.length
  })
  await appendLog(dataDir, fresh)
}

/**
 * For the start of a worker: finishes erasures that a crash cut short, and applies again those that the log knows and
 * the database, restored from an older back-up, does not. Returns how many those are.
 */
export async function resumeErasures(database: Database, dataDir: string): Promise<number> {
  const log = await readLog(dataDir)
  await restoreLifted(database, [...log.values()])
  const standing = [...log.values()].filter(({ liftedAt }) => liftedAt === null)
  const forgotten = await findForgotten(database, standing)
  for (const { id, workspaceId, keys, at } of forgotten) {
    const erasure = { id, workspaceId, keys, createdBy: null, createdAt: new Date(at) }
    await createErasure(database, erasure).catch(async (error) => {
      // Another worker was first.
      const still = await findForgotten(database, [{ id, workspaceId }])
      if (still.length > 0) throw error
    })
  }
  await finishErasures(database, dataDir)
  return forgotten.length
}
