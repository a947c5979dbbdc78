import 'server-only'
import type { Database } from '@/lib/server/database'
import type { PastExport } from './erasure-schema'
import { receiptHolds } from './export-receipt'
import { digestPerson, readDigestKey } from './person-digest'
import { listDownloaded } from './repository-past-exports'

/**
 * The exports that held a customer of one of the ids, newest first; and how many there are of before receipts were kept,
 * of which that is not known.
 */
export async function findPastExports(
  database: Database,
  dataDir: string,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ exports: PastExport[]; unknown: number }> {
  const key = await readDigestKey(dataDir, workspaceId, 'export')
  const digests = ids.map((id) => digestPerson(key, 'customer_id', id))
  const exports: PastExport[] = []
  let unknown = 0
  for (const { id, createdAt, segmentName, format } of await listDownloaded(database, workspaceId)) {
    const answers = await Promise.all(digests.map((digest) => receiptHolds(dataDir, id, digest)))
    if (answers.includes(true)) {
      exports.push({ id, at: createdAt.toISOString(), name: segmentName, format })
    } else if (answers.includes(null)) unknown++
  }
  return { exports, unknown }
}
