import 'server-only'
import type { JobContext } from '@/lib/jobs/definition'
import { removeUnnamed } from '@/lib/jobs/named-files'
import { listBatches } from '@/lib/server/batches'
import { getWarehouse } from '@/lib/server/warehouse'
import { warehousePath } from '@/lib/warehouse/paths'
import type { Computed, ComputeInput } from './compute'
import { computeAudience } from './compute-audience'
import { computeKmeans } from './compute-kmeans'
import { computeRfm } from './compute-rfm'
import { computeRule } from './compute-rule'
import { computeScored } from './compute-scored'
import { describeSegments } from './describe-segments'
import { writeResult } from './queries-write'
import { readSettings, saveResult } from './repository'
import type { SegmentationSettings } from './settings-schema'

function compute({ settings, ...input }: ComputeInput<SegmentationSettings>): Promise<Computed> {
  switch (settings.kind) {
    case 'kmeans':
      return computeKmeans({ ...input, settings })
    case 'scored':
      return computeScored({ ...input, settings })
    case 'rfm':
      return computeRfm({ ...input, settings })
    case 'rule':
      return computeRule({ ...input, settings })
    case 'audience':
      return computeAudience({ ...input, settings })
  }
}

/** The segmentation job: segments of one kind from the dataset, what is told of them, one Parquet file and its rows. */
export async function runSegmentation(context: JobContext<{ segmentationId: string }>): Promise<void> {
  const { workspaceId, payload, database, dataDir, progress, commit } = context
  progress({ phase: 'features', done: 0, total: null })
  const settings = await readSettings(database, workspaceId, payload.segmentationId)
  const batches = await listBatches(database, workspaceId)
  const warehouse = await getWarehouse()
  const connection = await warehouse.connect()
  try {
    const report: ComputeInput<unknown>['report'] = (phase, done, total) => progress({ phase, done, total })
    const input = { connection, workspaceId, dataDir, batches, report }
    const computed = await compute({ ...input, settings })
    report('describing', 0, null)
    const insights = await describeSegments({
      connection,
      dataDir,
      batches,
      asOf: settings.asOf,
      report,
      computed,
    })
    report('writing', 0, null)
    const file = `${crypto.randomUUID()}.parquet`
    try {
      await writeResult(connection, warehousePath(dataDir, file))
      await commit((transaction) =>
        saveResult(transaction, { id: payload.segmentationId, workspaceId }, file, computed, insights),
      )
    } catch (error) {
      await removeUnnamed(database, dataDir, [file])
      throw error
    }
  } finally {
    connection.closeSync()
  }
}
