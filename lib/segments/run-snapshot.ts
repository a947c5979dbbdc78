import 'server-only'
import { rm } from 'node:fs/promises'
import type { JobContext } from '@/lib/jobs/definition'
import { removeUnnamed } from '@/lib/jobs/named-files'
import { listBatches } from '@/lib/server/batches'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import { findAvailability } from './queries-availability'
import { findOwnFeatures } from './queries-own-features'
import { summariseSnapshot, writeSnapshot } from './queries-snapshot'
import { findSnapshot, forgetSnapshots, readDataVersion, saveSnapshot } from './repository-snapshots'

/** The features job: every feature the data supports, one Parquet file and what the features are like. */
export async function runSnapshot(context: JobContext<{ snapshotId: string }>): Promise<void> {
  const { workspaceId, payload, database, dataDir, progress, commit } = context
  progress({ phase: 'features', done: 0, total: null })
  const { asOf: day } = await findSnapshot(database, workspaceId, payload.snapshotId)
  const asOf = day.toISOString().slice(0, 10)
  // read before the batches: if the data change in between, the snapshot counts as one of the older data
  const dataVersion = await readDataVersion(database, workspaceId)
  const batches = await listBatches(database, workspaceId)
  const warehouse = await getWarehouse()
  const options = await findAvailability(warehouse, dataDir, batches)
  if (!options || asOf < options.firstDate) throw new AppError('noPurchases')
  const connection = await warehouse.connect()
  const file = `${crypto.randomUUID()}.parquet`
  try {
    const dataset = { dataDir, batches, asOf }
    const own = await findOwnFeatures(connection, dataset)
    const ids = [...options.available, ...own.ids]
    const path = warehousePath(dataDir, file)
    const written = (done: number, total: number) => progress({ phase: 'features', done, total })
    const { customers, withoutPurchase } = await writeSnapshot(connection, dataset, ids, own, path, written)
    const report = (done: number) => progress({ phase: 'measuring', done, total: ids.length })
    report(0)
    const { features, correlations } = await summariseSnapshot(connection, path, ids, customers, report)
    progress({ phase: 'writing', done: 0, total: null })
    const unavailable = options.missing.map(({ feature: id, needs }) => ({ id, needs }))
    const summary = { features, unavailable, correlations, fields: own.fields, withoutPurchase }
    await commit((transaction) =>
      saveSnapshot(
        transaction,
        { id: payload.snapshotId, workspaceId, dataVersion },
        { file, customers, summary },
      ),
    )
  } catch (error) {
    await removeUnnamed(database, dataDir, [file])
    throw error
  } finally {
    connection.closeSync()
  }
  const files = await forgetSnapshots(database, workspaceId)
  for (const file of files) await rm(warehousePath(dataDir, file), { force: true })
}
