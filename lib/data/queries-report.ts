import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { isContact } from '@/lib/warehouse/identity'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import type { ImportReport } from './schema'
import type { StagedTable } from './stage-tables'

const bought = 'quantity > 0 AND amount > 0'
const named = 'customer_id IS NOT NULL'
/**
 * Purchases among lines: orders, and for lines without one the different customers and times. Counted apart, since one
 * key for both takes twice the time; the second key is made up only where it counts, which a FILTER would not do.
 */
export const countPurchases = (lines: string) =>
  `(count(DISTINCT order_id) FILTER (${lines})
    + count(DISTINCT CASE WHEN order_id IS NULL AND ${lines} THEN concat_ws('|', customer_id, ordered_at::VARCHAR) END))`

/** Exact decimal text with at least two decimals. */
const moneySql = (sum: string) => `regexp_replace(coalesce(${sum}, 0)::DECIMAL(38,4)::VARCHAR, '0{1,2}$', '')`

type OrdersReport = NonNullable<ImportReport['orders']>

/** What the order lines of `rows` (a table, or a query in parentheses) amount to; null when there are none. */
export async function reportOrders(connection: DuckDBConnection, rows: string): Promise<OrdersReport | null> {
  const [report] = await queryConnection<OrdersReport & { lines: number }>(
    connection,
    `SELECT count(*) AS lines,
      min(ordered_at)::DATE AS "firstDate",
      max(ordered_at)::DATE AS "lastDate",
      count(*) FILTER (${named} AND ${bought}) AS "purchaseLines",
      count(DISTINCT customer_id) FILTER (${named} AND ${bought}) AS customers,
      ${countPurchases(`${named} AND ${bought}`)} AS purchases,
      ${moneySql(`sum(amount) FILTER (${named} AND ${bought})`)} AS sales,
      count(*) FILTER (${named} AND quantity < 0) AS "returnLines",
      ${moneySql(`-sum(amount) FILTER (${named} AND quantity < 0)`)} AS returns,
      count(*) FILTER (customer_id IS NULL) AS "linesWithoutCustomer",
      ${moneySql(`sum(amount) FILTER (customer_id IS NULL AND ${bought})`)} AS "salesWithoutCustomer"
    FROM ${rows}`,
  )
  if (!report || report.lines === 0) return null
  const { lines: _, ...orders } = report
  return orders
}

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
