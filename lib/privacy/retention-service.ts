import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { monthsBefore } from './months-before'
import { countRemoved, retentionRemovals } from './queries-retention'
import { countResults, listOldResults } from './repository-old-results'
import { listOriginals } from './repository-results'
import * as repository from './repository-retention'
import type { Retention, RetentionPreview } from './retention-schema'

/** How long the workspace keeps what. */
export async function getRetention({ workspaceId }: Member): Promise<Retention> {
  return repository.readRetention(await getDatabase(), workspaceId)
}

/** What would go if these periods were applied at a moment. */
export async function previewRetention(
  member: Member,
  retention: Retention,
  at = new Date(),
): Promise<RetentionPreview> {
  requireRole(member, 'owner')
  const database = await getDatabase()
  const { workspaceId } = member
  const { uploads, receipts, results } = retention
  const dataset = {
    dataDir: readEnv().dataDir,
    batches: await repository.listDatedBatches(database, workspaceId),
  }
  const connection = await (await getWarehouse()).connect()
  try {
    const removals = await retentionRemovals(connection, dataset, retention, at)
    const rows = await countRemoved(connection, dataset, removals)
    const files = uploads ? await listOriginals(database, workspaceId) : []
    const isOld = ({ createdAt }: { createdAt: Date }) => createdAt < monthsBefore(at, uploads ?? 0)
    const old = receipts
      ? await repository.listOldExports(database, workspaceId, monthsBefore(at, receipts))
      : []
    const made = results ? await listOldResults(database, workspaceId, monthsBefore(at, results)) : null
    return {
      ...rows,
      ...(made ? { results: countResults(made) } : {}),
      ...(uploads ? { uploads: files.filter(isOld).length } : {}),
      ...(receipts ? { receipts: old.length } : {}),
    }
  } finally {
    connection.closeSync()
  }
}

/** Sets how long the workspace keeps what; a job applies it once a day. */
export async function saveRetention(member: Member, retention: Retention): Promise<null> {
  requireRole(member, 'owner')
  await repository.saveRetention(await getDatabase(), member, retention)
  return null
}
