import 'server-only'
import type { JobContext } from '@/lib/jobs/definition'
import { listBatches } from '@/lib/server/batches'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import { findAvailability, loadFeatures } from './queries-features'
import { writeResult } from './queries-write'
import { readSettings, saveResult } from './repository'
import { segmentCustomers } from './segment-customers'

/** The segmentation job: features from the dataset, segments from the features, one Parquet file and its rows. */
export async function runSegmentation(context: JobContext<{ segmentationId: string }>): Promise<void> {
  const { workspaceId, payload, database, dataDir, progress, commit } = context
  progress({ phase: 'features', done: 0, total: null })
  const settings = await readSettings(database, workspaceId, payload.segmentationId)
  const batches = await listBatches(database, workspaceId)
  const warehouse = await getWarehouse()
  const available = (await findAvailability(warehouse, dataDir, batches))?.available
  if (!available) throw new AppError('noPurchases')
  const unavailable = settings.features.find((feature) => !available.includes(feature))
  if (unavailable) throw new AppError('featureUnavailable', { feature: unavailable })
  const connection = await warehouse.connect()
  try {
    const table = await loadFeatures(connection, dataDir, batches, settings.features, settings.asOf)
    const segmented = segmentCustomers(table, settings, (phase, done, total) =>
      progress({ phase, done, total }),
    )
    progress({ phase: 'writing', done: 0, total: null })
    const file = `${crypto.randomUUID()}.parquet`
    await writeResult(connection, table, segmented, warehousePath(dataDir, file))
    await commit((transaction) =>
      saveResult(transaction, { id: payload.segmentationId, workspaceId }, file, table, segmented),
    )
  } finally {
    connection.closeSync()
  }
}
