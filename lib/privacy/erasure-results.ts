import 'server-only'
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { InputJsonValue } from '@prisma/client/runtime/client'
import { removeFromModel } from '@/lib/recommendations/model-file'
import type { Database } from '@/lib/server/database'
import { warehousePath } from '@/lib/warehouse/paths'
import { withoutTexts } from './erasure-json'
import { digestName } from './person-digest'
import { countLeaving, setLeaving, writeWithout } from './queries-results'
import { type ErasedResults, listResults } from './repository-results'

export type Leaving = {
  key: string
  digests: readonly string[]
  /** what results may quote of them */
  texts: ReadonlySet<string>
}

/** Everything that files of results lose their place to: those that were written, and those that they replace. */
export const freshFiles = ({ segmentations, recommenders }: ErasedResults) => [
  ...segmentations.map(({ file }) => file),
  ...recommenders.flatMap(({ fresh }) => Object.values(fresh)),
]
export const replacedFiles = ({ segmentations, recommenders, snapshots }: ErasedResults) => [
  ...segmentations.map(({ old }) => old),
  ...recommenders.flatMap(({ old, fresh }) => [
    ...(fresh.listsFile && old.listsFile ? [old.listsFile] : []),
    ...(fresh.modelFile && old.modelFile ? [old.modelFile] : []),
  ]),
  ...snapshots.flatMap(({ file }) => file ?? []),
]

export async function discardResults(dataDir: string, results: ErasedResults): Promise<void> {
  await Promise.all(freshFiles(results).map((file) => rm(warehousePath(dataDir, file), { force: true })))
}

/** Writes the results of a workspace anew without some people; nothing refers to the files before they are stored. */
export async function eraseResults(
  connection: DuckDBConnection,
  { database, dataDir, workspaceId }: { database: Database; dataDir: string; workspaceId: string },
  { key, digests, texts }: Leaving,
): Promise<ErasedResults> {
  const { segmentations, recommenders, snapshots } = await listResults(database, workspaceId)
  const erased: ErasedResults = { segmentations: [], insights: [], recommenders: [], snapshots }
  const digestSet = new Set(digests)
  await setLeaving(connection, digests)
  try {
    for (const { id, file: old, insights } of segmentations) {
      const told = withoutTexts(insights, texts)
      if (JSON.stringify(told) !== JSON.stringify(insights)) {
        erased.insights.push({ id, insights: told as InputJsonValue })
      }
      const leaving = old ? await countLeaving(connection, key, dataDir, old) : []
      const file = old && leaving.length > 0 ? await writeWithout(connection, key, dataDir, old) : null
      if (old && file) erased.segmentations.push({ id, old, file, leaving })
    }
    for (const { id, listsFile, modelFile } of recommenders) {
      const lists = listsFile && (await writeWithout(connection, key, dataDir, listsFile))
      const model =
        modelFile &&
        (await removeFromModel(dataDir, modelFile, (name) => digestSet.has(digestName(key, name))))
      const fresh = { ...(lists ? { listsFile: lists } : {}), ...(model ? { modelFile: model } : {}) }
      if (lists || model) erased.recommenders.push({ id, old: { listsFile, modelFile }, fresh })
    }
    return erased
  } catch (error) {
    await discardResults(dataDir, erased)
    throw error
  }
}
