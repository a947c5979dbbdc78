import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { JobContext } from '@/lib/jobs/definition'
import { readDataVersion, StaleDatasetError } from '@/lib/server/dataset-version'
import { getWarehouse } from '@/lib/server/warehouse'
import { finishErasures } from './erasure-finish'
import type { ErasurePayload } from './erasure-job'
import { withoutExamples } from './erasure-json'
import type { Names } from './erasure-names'
import { findOriginals, pathsOf } from './erasure-originals'
import { discardResults, eraseResults, replacedFiles } from './erasure-results'
import type { ErasureResult } from './erasure-schema'
import { findPastExports } from './past-exports'
import { readDigestKey } from './person-digest'
import { digestPeople, findPeople, listNames, listOwnTexts } from './queries-person'
import { discardRewritten, personRemovals, type RewrittenBatch, rewriteBatches } from './queries-rewrite'
import {
  advanceSeen,
  countRunning,
  findErasure,
  findOthers,
  hasNotCommitted,
  listAllBatches,
  readKeys,
  readResult,
  storeErasure,
  swapBatches,
} from './repository-erasures'
import {
  type ErasedResults,
  listOriginals,
  listReports,
  storeRemoved,
  storeReport,
  storeResults,
} from './repository-results'

type Context = JobContext<ErasurePayload>

/** How often an erasure begins anew because others changed the dataset meanwhile. */
const mostTries = 5
const pollMilliseconds = 500

/** The handler of the erasure job: takes a person out of batches, results, originals and what quotes them. */
export async function runErasure(context: Context): Promise<void> {
  const { database, dataDir, payload } = context
  while ((await countRunning(database, payload.after)) > 0) await sleep(pollMilliseconds)
  for (let tries = 1; ; tries++) {
    const connection = await (await getWarehouse()).connect()
    try {
      await erase(context, connection)
      break
    } catch (error) {
      if (!(error instanceof StaleDatasetError) || tries === mostTries) throw error
    } finally {
      connection.closeSync()
    }
  }
  await finishErasures(database, dataDir, payload.erasureId)
}

function addRows(before: Record<string, number>, rewritten: readonly { table: string; dropped: number }[]) {
  const rows = { ...before }
  for (const { table, dropped } of rewritten) rows[table] = (rows[table] ?? 0) + dropped
  return rows
}

/** Who is to be erased, on the connection, and what is said of them. */
async function findWho({ database, dataDir, workspaceId, payload }: Context, connection: DuckDBConnection) {
  const { keys, result, createdBy } = await findErasure(database, workspaceId, payload.erasureId)
  const key = await readDigestKey(dataDir, workspaceId, 'erasure')
  const version = await readDataVersion(database, workspaceId)
  const dataset = { dataDir, batches: await listAllBatches(database, workspaceId) }
  await findPeople(connection, dataset, { key, digests: readKeys(keys) })
  const digests = [...new Set([...readKeys(keys), ...(await digestPeople(connection, key))])]
  const names = await listNames(connection)
  const called = [...names.ids, ...names.contacts]
  const texts = new Set([...called, ...(await listOwnTexts(connection, dataset))])
  const past = await findPastExports(database, dataDir, workspaceId, called)
  return {
    earlier: readResult(result),
    actorId: createdBy,
    version,
    dataset,
    key,
    digests,
    names,
    texts,
    past,
  }
}

/** Which uploaded files go, where they are, and which imports' reports lose their examples. */
async function findGone(
  { database, dataDir, workspaceId, progress }: Context,
  rewritten: readonly { importId: string }[],
  names: Names,
) {
  const all = await listOriginals(database, workspaceId)
  const held = new Set(rewritten.map(({ importId }) => importId))
  const report = (done: number, total: number) => progress({ phase: 'originals', done, total })
  const { uploads, cleared } = await findOriginals(dataDir, all, held, names, report)
  const gone = all.filter(({ id }) => uploads.has(id))
  const paths = await Promise.all(gone.map((one) => pathsOf(dataDir, one)))
  const imports = gone.flatMap((one) => one.imports.map(({ id }) => id))
  return { ids: [...uploads], paths: paths.flat(), told: [...new Set([...cleared, ...imports])] }
}

const noResults: ErasedResults = { segmentations: [], insights: [], recommenders: [], snapshots: [] }

async function erase(context: Context, connection: DuckDBConnection): Promise<void> {
  const { database, dataDir, workspaceId, jobId, payload, progress } = context
  const { erasureId } = payload
  progress({ phase: 'finding', done: 0, total: null })
  const who = await findWho(context, connection)
  const { earlier, actorId, dataset, digests, past } = who
  let rewritten: RewrittenBatch[] = []
  let results = noResults
  try {
    rewritten = await rewriteBatches(connection, dataset, personRemovals(), (done, total) =>
      progress({ phase: 'erasing', done, total }),
    )
    progress({ phase: 'results', done: 0, total: null })
    results = await eraseResults(connection, context, who)
    const gone = await findGone(context, rewritten, who.names)
    const replaced = [...rewritten.map(({ old }) => old), ...replacedFiles(results)]
    const result: ErasureResult = {
      rows: addRows(earlier?.rows ?? {}, rewritten),
      segmentations: (earlier?.segmentations ?? 0) + results.segmentations.length,
      recommenders: (earlier?.recommenders ?? 0) + results.recommenders.length,
      originals: (earlier?.originals ?? 0) + gone.ids.length,
      exports: earlier && earlier.exports.length > 0 ? earlier.exports : past.exports,
      exportsUnknown: earlier?.exportsUnknown ?? past.unknown,
      leftovers: [
        ...(earlier?.leftovers ?? []),
        ...replaced.map((file) => `warehouse/${file}`),
        ...gone.paths,
      ],
    }
    progress({ phase: 'writing', done: 0, total: null })
    await context.commit(async (transaction) => {
      await advanceSeen(transaction, workspaceId, who.version, dataset.batches)
      await swapBatches(transaction, workspaceId, rewritten)
      await storeResults(transaction, workspaceId, results)
      for (const { id, report } of await listReports(transaction, workspaceId, gone.told)) {
        if (report) await storeReport(transaction, workspaceId, id, withoutExamples(report) as object)
      }
      await storeRemoved(transaction, workspaceId, gone.ids, new Date())
      const after = await findOthers(transaction, workspaceId, jobId)
      await storeErasure(transaction, workspaceId, { erasureId, actorId, keys: digests, result, after })
    })
  } catch (error) {
    if (await hasNotCommitted(database, jobId)) {
      await discardRewritten(dataDir, rewritten)
      await discardResults(dataDir, results)
    }
    throw error
  }
}
