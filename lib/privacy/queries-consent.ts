import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { createMemory } from '@/lib/shared/remember'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'

/** By the files of the dataset, which never change. */
const remember = createMemory<boolean>(50)

/** Whether the data says of any customer that they consented or did not. Only then is silence a no. */
export function isConsentKnown(
  warehouse: DuckDBInstance,
  { dataDir, batches }: { dataDir: string; batches: readonly BatchFile[] },
): Promise<boolean> {
  return remember(batches.map(({ file }) => file).join(), async () => {
    const [row] = await queryRows<{ known: number }>(
      warehouse,
      `WITH ${datasetTables(dataDir, batches)} SELECT count(consent) AS known FROM customers`,
    )
    return (row?.known ?? 0) > 0
  })
}
