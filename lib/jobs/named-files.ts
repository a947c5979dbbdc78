import 'server-only'
import { rm } from 'node:fs/promises'
import { receiptNames } from '@/lib/privacy/export-receipt'
import type { Database, Transaction } from '@/lib/server/database'
import { warehousePath } from '@/lib/warehouse/paths'

export const dataFolders = ['warehouse', 'uploads', 'texts', 'rejects', 'exports'] as const
export type DataFolder = (typeof dataFolders)[number]

const present = (names: (string | null)[]) => new Set(names.filter((name) => name !== null))

/**
 * The files of each folder of the data folder that a row names: the only ones that count. The rejected rows of an import that had none and the receipt of an export that nobody took have a name and no file.
 */
export async function listNamedFiles(
  database: Database | Transaction,
): Promise<Record<DataFolder, Set<string>>> {
  const batches = await database.batch.findMany({ select: { file: true } })
  const segmentations = await database.segmentation.findMany({ select: { file: true } })
  const snapshots = await database.featureSnapshot.findMany({ select: { file: true } })
  const recommenders = await database.recommender.findMany({
    select: { listsFile: true, productsFile: true, modelFile: true },
  })
  const uploads = await database.upload.findMany({
    where: { removedAt: null },
    select: { id: true, textFile: true },
  })
  const imports = await database.import.findMany({ select: { id: true, stage: true, textFile: true } })
  const exports = await database.export.findMany({ select: { id: true } })
  const undecided = imports.filter(({ stage }) => stage === 'checked')
  return {
    warehouse: present([
      ...[...batches, ...segmentations, ...snapshots].map(({ file }) => file),
      ...recommenders.flatMap(({ listsFile, productsFile, modelFile }) => [
        listsFile,
        productsFile,
        modelFile,
      ]),
    ]),
    uploads: present(uploads.map(({ id }) => `${id}.csv`)),
    texts: present([...uploads, ...undecided].map(({ textFile }) => textFile)),
    rejects: present(imports.map(({ id }) => `${id}.csv`)),
    exports: present(exports.flatMap(({ id }) => Object.values(receiptNames(id)))),
  }
}

/**
 * Removes what a job that failed has published. A commit whose answer was lost may have succeeded all the same: what a
 * row names stays, and where that cannot be known, everything does until it is swept.
 */
export async function removeUnnamed(
  database: Database,
  dataDir: string,
  files: readonly string[],
): Promise<void> {
  const named = (await listNamedFiles(database).catch(() => null))?.warehouse
  if (!named) return
  for (const file of files) if (!named.has(file)) await rm(warehousePath(dataDir, file), { force: true })
}
