import 'server-only'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@/lib/server/database'

/** A file without a row may be about to get one for this long, and one that counts no more may still be read. */
const graceMilliseconds = 3_600_000
/** How long a checked import waits to be confirmed. */
const undecidedMilliseconds = 7 * 24 * graceMilliseconds

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

/**
 * Removes what killed processes left behind: temporary folders of jobs that do not run, and files of the warehouse,
 * uploads, their texts and rejects that no row names. Returns the paths removed.
 */
export async function sweepOrphans(database: Database, dataDir: string, now: number): Promise<string[]> {
  await forgetUndecided(database, now)
  const [batches, segmentations, snapshots, recommenders, uploads, imports, running] = await Promise.all([
    database.batch.findMany({ select: { file: true } }),
    database.segmentation.findMany({ where: { file: { not: null } }, select: { file: true } }),
    database.featureSnapshot.findMany({ where: { file: { not: null } }, select: { file: true } }),
    database.recommender.findMany({ select: { listsFile: true, productsFile: true, modelFile: true } }),
    database.upload.findMany({ select: { id: true, textFile: true } }),
    database.import.findMany({ select: { id: true, stage: true, textFile: true } }),
    database.job.findMany({ where: { status: 'running' }, select: { id: true } }),
  ])
  const known: Record<string, Set<string>> = {
    warehouse: new Set([
      ...[...batches, ...segmentations, ...snapshots].map(({ file }) => file ?? ''),
      ...recommenders.flatMap(({ listsFile, productsFile, modelFile }) => [
        listsFile ?? '',
        productsFile ?? '',
        modelFile ?? '',
      ]),
    ]),
    uploads: new Set(uploads.map(({ id }) => `${id}.csv`)),
    texts: new Set(
      [...uploads, ...imports.filter(({ stage }) => stage === 'checked')].map(
        ({ textFile }) => textFile ?? '',
      ),
    ),
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
