import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryRows, type Row } from '@/lib/warehouse/duckdb'
import { quoteName } from '@/lib/warehouse/sql'
import { type TableName, tableColumns, tableNames } from '@/lib/warehouse/tables'
import {
  bindValues,
  columnSql,
  requireColumn,
  requireOpenColumn,
  type Scope,
  type Selection,
  selectionSql,
} from './queries-expressions'
import { type CellValue, listColumns, type RowsPage, type RowsQuery, type TableOverview } from './schema'

/** Of a long text this much is enough to recognise it by. */
const longest = 300

/** Puts rows that are equal by the column sorted by in an order that is the same on every page. */
const ties: Record<TableName, string[]> = {
  customers: ['customer_id'],
  orders: ['order_id', 'line_no', 'product_id', hashOf('orders')],
  products: ['product_id'],
  reviews: ['review_id', hashOf('reviews')],
  interactions: ['customer_id', 'product_id', hashOf('interactions')],
  links: ['from_id', 'to_id', 'kind'],
  campaigns: ['campaign', 'customer_id'],
}

function hashOf(table: TableName): string {
  return `hash(${Object.keys(tableColumns[table]).join(', ')})`
}

/** How many rows each table has, in the order of tableNames. */
export async function countTables(warehouse: DuckDBInstance, tables: string): Promise<TableOverview[]> {
  const counts = tableNames.map((table) => `SELECT '${table}' AS "table", count(*) AS rows FROM ${table}`)
  const rows = await queryRows<TableOverview>(warehouse, `WITH ${tables} ${counts.join(' UNION ALL ')}`)
  const byTable = new Map(rows.map((row) => [row.table, row.rows]))
  return tableNames.map((table) => ({ table, rows: byTable.get(table) ?? 0 }))
}

/** How many rows have a value in each of a table's own columns, by key. */
export async function countFilled(
  warehouse: DuckDBInstance,
  tables: string,
  table: TableName,
): Promise<Record<string, number>> {
  const counts = listColumns(table, {}).map(({ key }) => `count(${quoteName(key)}) AS ${key}`)
  const [row] = await queryRows<Record<string, number>>(
    warehouse,
    `WITH ${tables} SELECT ${counts.join(', ')} FROM ${table}`,
  )
  return row ?? {}
}

/** How many rows are in a selection; throws AppError tableQueryInvalid or personalColumn. */
export async function countRows(
  warehouse: DuckDBInstance,
  tables: string,
  table: TableName,
  selection: Selection,
  scope: Scope,
): Promise<number> {
  const { values, bind } = bindValues()
  const [row] = await queryRows<{ total: number }>(
    warehouse,
    `WITH ${tables} SELECT count(*) AS total FROM ${table} WHERE ${selectionSql(table, selection, scope, bind)}`,
    values,
  )
  return row?.total ?? 0
}

/**
 * One page of a selection of `total` rows; none beyond the last. Pages of the second half are counted from the end, so
 * that the last page costs no more than the first.
 */
export async function readRows(
  warehouse: DuckDBInstance,
  tables: string,
  table: TableName,
  { columns, sort, direction, page, size, ...selection }: RowsQuery & Selection,
  scope: Scope,
  total: number,
): Promise<RowsPage['rows']> {
  const from = (page - 1) * size
  const count = Math.min(size, total - from)
  if (count <= 0) return []
  const { values, bind } = bindValues()
  const backwards = from > total / 2
  const descending = (direction === 'desc') !== backwards
  const order = [columnSql(table, requireOpenColumn(table, sort, scope), scope, bind)].map(
    (key) => `${key} ${descending ? 'DESC' : 'ASC'} NULLS ${backwards ? 'FIRST' : 'LAST'}`,
  )
  const rest = ties[table].map((key) => `${key} ${backwards ? 'DESC NULLS FIRST' : 'ASC NULLS LAST'}`)
  const cells = columns.map((key, index) => {
    const column = requireColumn(table, key, scope)
    const sql = columnSql(table, column, scope, bind)
    return `${column.kind === 'text' && !column.customer ? `left(${sql}, ${longest})` : sql} AS c${index}`
  })
  if (table === 'orders') cells.push('currency')
  const rows = await queryRows<Row>(
    warehouse,
    `WITH ${tables} SELECT ${cells.join(', ')} FROM ${table}
     WHERE ${selectionSql(table, selection, scope, bind)}
     ORDER BY ${[...order, ...rest].join(', ')}
     LIMIT ${count} OFFSET ${backwards ? total - from - count : from}`,
    values,
  )
  return (backwards ? rows.reverse() : rows).map((row) => ({
    cells: columns.map((_, index) => row[`c${index}`] as CellValue),
    currency: typeof row.currency === 'string' ? row.currency : null,
  }))
}
