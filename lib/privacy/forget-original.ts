import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@/lib/server/database'
import { pathsOf, withParents } from './erasure-originals'
import { listOriginals, storeRemoved } from './repository-results'

type Rejected = { reason: string }

/** Whether an import left rows out because the people in them were erased. */
export const namesErased = (report: { rejected: readonly Rejected[] } | null | undefined): boolean =>
  report?.rejected.some(({ reason }) => reason === 'erased') ?? false

/**
 * Deletes an uploaded file, with the archive it came out of, and what was seen in it: the rows of erased people were left
 * out of the data, and must not stay in the original.
 */
export async function forgetOriginal(
  database: Database,
  dataDir: string,
  workspaceId: string,
  uploadId: string,
): Promise<void> {
  const originals = await listOriginals(database, workspaceId)
  const ids = withParents(originals, new Set([uploadId]))
  const gone = originals.filter(({ id }) => ids.has(id))
  const paths = (await Promise.all(gone.map((one) => pathsOf(dataDir, one)))).flat()
  await database.$transaction((transaction) => storeRemoved(transaction, workspaceId, [...ids], new Date()))
  await Promise.all(paths.map((path) => rm(join(dataDir, path), { force: true })))
}
