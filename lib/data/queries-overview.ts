import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryRows } from '@/lib/warehouse/duckdb'
import { type OrderSums, orderSumsSql } from '@/lib/warehouse/order-sums'
import { type TableName, tableNames } from '@/lib/warehouse/tables'

/** Rows of each table of the dataset that `tables` (see datasetTables) describes. */
export function countTables(
  warehouse: DuckDBInstance,
  tables: string,
): Promise<{ table: TableName; rows: number }[]> {
  const counts = tableNames.map((table) => `SELECT '${table}' AS "table", count(*) AS rows FROM ${table}`)
  return queryRows(warehouse, `WITH ${tables} ${counts.join(' UNION ALL ')}`)
}

/** What its order lines come to by month, and over the whole time. */
export const sumOrders = (warehouse: DuckDBInstance, tables: string): Promise<OrderSums[]> =>
  queryRows(warehouse, orderSumsSql('orders', tables))
