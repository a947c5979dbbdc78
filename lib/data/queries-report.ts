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
/** Its order, or the customer and time of a line without one. */
export const purchaseKey = "coalesce('o' || order_id, concat_ws('|', 'c', customer_id, ordered_at::VARCHAR))"

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
      count(DISTINCT ${purchaseKey}) FILTER (${named} AND ${bought}) AS purchases,
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
 * How many rows of the published files name their customer by e-mail or phone, and how many of those are joined with a
 * customer who has an id once the files count.
 */
export async function reportIdentity(
  connection: DuckDBConnection,
  dataDir: string,
  batches: readonly BatchFile[],
  staged: readonly StagedTable[],
): Promise<ImportReport['identity']> {
  const naming = staged.filter(({ contacts }) => contacts > 0)
  const byContact = naming.reduce((sum, { contacts }) => sum + contacts, 0)
  if (byContact === 0) return { byContact: 0, joined: 0 }
  const rows = naming.map(
    ({ file }) => `SELECT customer_id FROM read_parquet(${quoteText(warehousePath(dataDir, file))})
      WHERE ${isContact('customer_id')}`,
  )
  const [counted] = await queryConnection<{ joined: number }>(
    connection,
    `WITH ${datasetTables(dataDir, [...batches, ...staged])}
    SELECT count(*) AS joined FROM (${rows.join(' UNION ALL ')})
    WHERE customer_id IN (SELECT contact FROM joined_customers)`,
  )
  return { byContact, joined: counted?.joined ?? 0 }
}
