import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import type { ImportReport } from './schema'

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
