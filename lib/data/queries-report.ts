import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { isContact } from '@/lib/warehouse/identity'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import type { ImportReport } from './schema'
import type { StagedTable } from './stage-tables'

/**
 * How many rows of the file's own table (`own`; null when it has none) name their customer by e-mail or phone, and how
 * many of those are joined with a customer who has an id once the published files count. `unpacked`: a table of the
 * order lines, with `line`, where one row of the file may be several.
 */
export async function reportIdentity(
  connection: DuckDBConnection,
  dataDir: string,
  batches: readonly BatchFile[],
  staged: readonly StagedTable[],
  own: StagedTable | null,
  unpacked: string | null,
): Promise<ImportReport['identity']> {
  if (!own || own.contacts === 0) return { byContact: 0, joined: 0 }
  const rows = unpacked
    ? `(SELECT line, any_value(customer_id) AS customer_id FROM ${unpacked} GROUP BY line)`
    : `read_parquet(${quoteText(warehousePath(dataDir, own.file))})`
  const [counted] = await queryConnection<{ byContact: number; joined: number }>(
    connection,
    `WITH ${datasetTables(dataDir, [...batches, ...staged])}
    SELECT count(*) AS "byContact",
      count(*) FILTER (customer_id IN (SELECT contact FROM joined_customers)) AS joined
    FROM ${rows} WHERE ${isContact('customer_id')}`,
  )
  return counted ?? { byContact: 0, joined: 0 }
}
