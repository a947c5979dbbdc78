import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@/lib/server/database'

/** A file without a row may be about to get one for this long. */
const graceMilliseconds = 3_600_000

async function listOld(folder: string, now: number): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const old = await Promise.all(
    names.map(async (name) => {
      const modified = (await stat(join(folder, name)).catch(() => null))?.mtimeMs
      return modified !== undefined && now - modified > graceMilliseconds
    }),
  )
  return names.filter((_, index) => old[index])
}

/**
 * Removes what killed processes left behind: temporary folders of jobs that do not run, and files of the warehouse,
 * uploads and rejects that no row names. Returns the paths removed.
 */
export async function sweepOrphans(database: Database, dataDir: string, now: number): Promise<string[]> {
  const [batches, segmentations, uploads, imports, running] = await Promise.all([
    database.batch.findMany({ select: { file: true } }),
    database.segmentation.findMany({ where: { file: { not: null } }, select: { file: true } }),
    database.upload.findMany({ select: { id: true } }),
    database.import.findMany({ select: { id: true } }),
    database.job.findMany({ where: { status: 'running' }, select: { id: true } }),
  ])
  const known: Record<string, Set<string>> = {
    warehouse: new Set([...batches, ...segmentations].map(({ file }) => file ?? '')),
    uploads: new Set(uploads.map(({ id }) => `${id}.csv`)),
    rejects: new Set(imports.map(({ id }) => `${id}.csv`)),
    tmp: new Set(running.map(({ id }) => id)),
  }
  const removed: string[] = []
  for (const [folder, names] of Object.entries(known)) {
    for (const name of await listOld(join(dataDir, folder), now)) {
      if (names.has(name)) continue
      await rm(join(dataDir, folder, name), { recursive: true, force: true })
      removed.push(join(folder, name))
    }
  }
  return removed
}
