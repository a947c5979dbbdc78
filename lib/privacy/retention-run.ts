import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { JobContext } from '@/lib/jobs/definition'
import { readDataVersion, StaleDatasetError } from '@/lib/server/dataset-version'
import { getWarehouse } from '@/lib/server/warehouse'
import { pathsOf } from './erasure-originals'
import { receiptNames } from './export-receipt'
import { monthsBefore } from './months-before'
import { retentionRemovals } from './queries-retention'
import { discardRewritten, rewriteBatches } from './queries-rewrite'
import { advanceSeen, hasNotCommitted, swapBatches } from './repository-erasures'
import { countResults, deleteResults, listOldResults } from './repository-old-results'
import { listOriginals, storeRemoved } from './repository-results'
import { listDatedBatches, listOldExports, readRetention, recordRetention } from './repository-retention'
import type { RetentionPayload } from './retention-job'

type Context = JobContext<RetentionPayload>

const mostTries = 5

/** The handler of the retention job. */
export async function runRetention(context: Context): Promise<void> {
  for (let tries = 1; ; tries++) {
    const connection = await (await getWarehouse()).connect()
    try {
      return await applyRetention(context, connection)
    } catch (error) {
      if (!(error instanceof StaleDatasetError) || tries === mostTries) throw error
    } finally {
      connection.closeSync()
    }
  }
}

async function applyRetention(context: Context, connection: DuckDBConnection): Promise<void> {
  const { database, dataDir, workspaceId, payload, progress } = context
  const at = new Date(payload.at)
  progress({ phase: 'finding', done: 0, total: null })
  const version = await readDataVersion(database, workspaceId)
  const retention = await readRetention(database, workspaceId)
  const dataset = { dataDir, batches: await listDatedBatches(database, workspaceId) }
  const removals = await retentionRemovals(connection, dataset, retention, at)
  const originals = retention.uploads
    ? (await listOriginals(database, workspaceId)).filter(
        ({ createdAt }) => createdAt < monthsBefore(at, retention.uploads ?? 0),
      )
    : []
  const results = retention.results
    ? await listOldResults(database, workspaceId, monthsBefore(at, retention.results))
    : null
  const receipts = retention.receipts
    ? await listOldExports(database, workspaceId, monthsBefore(at, retention.receipts))
    : []
  const paths = await Promise.all(originals.map((original) => pathsOf(dataDir, original)))
  const rewritten = await rewriteBatches(connection, dataset, removals, (done, total) =>
    progress({ phase: 'erasing', done, total }),
  )
  const counts: Record<string, number> = {}
  for (const { table, dropped } of rewritten) counts[table] = (counts[table] ?? 0) + dropped
  if (originals.length > 0) counts.uploads = originals.length
  if (results && countResults(results) > 0) counts.results = countResults(results)
  progress({ phase: 'writing', done: 0, total: null })
  try {
    await context.commit(async (transaction) => {
      if (rewritten.length > 0) {
        await advanceSeen(transaction, workspaceId, version, dataset.batches)
        await swapBatches(transaction, workspaceId, rewritten)
      }
      await storeRemoved(
        transaction,
        workspaceId,
        originals.map(({ id }) => id),
        at,
      )
      if (results) await deleteResults(transaction, workspaceId, results)
      if (Object.keys(counts).length > 0) await recordRetention(transaction, workspaceId, counts)
    })
  } catch (error) {
    if (await hasNotCommitted(database, context.jobId)) await discardRewritten(dataDir, rewritten)
    throw error
  }
  // What a crash leaves here is swept: no row names it any more.
  const files = [...rewritten.map(({ old }) => old), ...(results?.files ?? [])]
  const old = files.map((file) => `warehouse/${file}`)
  const gone = receipts.flatMap((id) => Object.values(receiptNames(id)).map((name) => `exports/${name}`))
  for (const path of [...old, ...paths.flat(), ...gone]) await rm(join(dataDir, path), { force: true })
}
