import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryRows } from '@/lib/warehouse/duckdb'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import { countPurchases } from './queries-report'

/** Rows of each table of the dataset that `tables` (see datasetTables) describes. */
export function countTables(
  warehouse: DuckDBInstance,
  tables: string,
): Promise<{ table: TableName; rows: number }[]> {
  const counts = tableNames.map((table) => `SELECT '${table}' AS "table", count(*) AS rows FROM ${table}`)
  return queryRows(warehouse, `WITH ${tables} ${counts.join(' UNION ALL ')}`)
}

export type PeriodRow = {
  /** YYYY-MM; null for the whole time */
  month: string | null
  firstDate: string
  lastDate: string
  customers: number
  purchases: number
  sales: number
  returns: number
  netRevenue: number
  identified: number
}

/** Sales and returns by month, and over the whole time; no rows without order lines. */
export function sumOrders(warehouse: DuckDBInstance, tables: string): Promise<PeriodRow[]> {
  const bought = 'quantity > 0 AND amount > 0'
  const net = `CASE WHEN ${bought} OR quantity < 0 THEN amount ELSE 0 END`
  return queryRows(
    warehouse,
    `WITH ${tables}, lines AS (
      SELECT *, strftime(ordered_at, '%Y-%m') AS month, ${net} AS net FROM orders
    )
    SELECT month, min(ordered_at)::DATE AS "firstDate", max(ordered_at)::DATE AS "lastDate",
      count(DISTINCT customer_id) FILTER (${bought}) AS customers,
      ${countPurchases(bought)} AS purchases,
      coalesce(sum(amount) FILTER (${bought}), 0)::DOUBLE AS sales,
      coalesce(-sum(amount) FILTER (quantity < 0), 0)::DOUBLE AS returns,
      sum(net)::DOUBLE AS "netRevenue",
      coalesce(sum(net) FILTER (customer_id IS NOT NULL), 0)::DOUBLE AS identified
    FROM lines GROUP BY GROUPING SETS ((month), ()) HAVING count(*) > 0 ORDER BY month`,
  )
}
