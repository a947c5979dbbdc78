import 'server-only'
import type { DuckDBValue } from '@duckdb/node-api'
import type { PersonalColumns } from '@/lib/csv/personal-columns'
import { maskCellSql, maskIdSql, maskTextSql, maskValueSql } from '@/lib/privacy/mask'
import { AppError } from '@/lib/shared/errors'
import { quoteName } from '@/lib/warehouse/sql'
import type { TableName } from '@/lib/warehouse/tables'
import { datedRowSets, rowSetConditions } from './queries-row-sets'
import {
  type Column,
  type Filter,
  findColumn,
  fitsKind,
  freeTextColumns,
  listColumns,
  type RowsQuery,
  rowSetTables,
} from './schema'

/** Whether the reader sees who the customers are, and which columns tell; the latter only where it matters. */
export type Scope = { seesPeople: boolean; personal: PersonalColumns }
/** `today`: see rowSetConditions. */
export type Selection = Pick<RowsQuery, 'q' | 'filters' | 'rows'> & { today: string }

/** The values of one statement: what a user typed or a file named is bound, never written into the SQL. */
export function bindValues() {
  const values: Record<string, DuckDBValue> = {}
  const bind = (value: string | number | boolean): string => {
    const name = `v${Object.keys(values).length}`
    values[name] = value
    return `$${name}`
  }
  return { values, bind }
}
export type Bind = ReturnType<typeof bindValues>['bind']

/** The column a key names; throws AppError tableQueryInvalid when there is none. */
export function requireColumn(table: TableName, key: string, { personal }: Scope): Column {
  const column = findColumn(table, key, personal)
  if (!column) throw new AppError('tableQueryInvalid')
  return column
}

export const isMasked = (column: Column, { seesPeople }: Scope) => column.personal && !seesPeople

/** The same to filter or sort by; throws AppError personalColumn for a reader to whom that would tell its values. */
export function requireOpenColumn(table: TableName, key: string, scope: Scope): Column {
  const column = requireColumn(table, key, scope)
  if (isMasked(column, scope)) throw new AppError('personalColumn')
  return column
}

/** A column as the reader sees it; the blank text is no value. */
export function columnSql(table: TableName, column: Column, scope: Scope, bind: Bind): string {
  const { key, attribute, customer, kind } = column
  const name = quoteName(key)
  const sql =
    attribute !== null
      ? `nullif(attributes[${bind(attribute)}], '')`
      : kind === 'text'
        ? `nullif(${name}, '')`
        : name
  if (scope.seesPeople) return sql
  if (column.personal) return maskValueSql(sql)
  if (customer) return maskIdSql(sql)
  if (attribute !== null) return maskCellSql(sql)
  return freeTextColumns[table]?.includes(key) ? maskTextSql(sql) : sql
}

const contains = (text: string, part: string) => `contains(lower(${text}), lower(${part}))`

function filterSql(table: TableName, filter: Filter, scope: Scope, bind: Bind): string {
  const column = requireOpenColumn(table, filter.column, scope)
  if (!fitsKind(column.kind, filter)) throw new AppError('tableQueryInvalid')
  const sql = columnSql(table, column, scope, bind)
  const { is, value = '' } = filter
  if (is === 'empty') return `${sql} IS NULL`
  if (is === 'filled') return `${sql} IS NOT NULL`
  if (is === 'contains') return contains(sql, bind(value))
  const sign = { equals: '=', from: '>=', to: '<=' }[is]
  if (column.kind === 'text') return `${sql} = ${bind(value)}`
  if (column.kind === 'boolean') return `${sql} = ${bind(value === 'true')}`
  // The days of a time, so that 'to' holds all of its day.
  if (column.kind === 'date' || column.kind === 'datetime') return `${sql}::DATE ${sign} ${bind(value)}::DATE`
  return `${sql}::DOUBLE ${sign} ${bind(Number(value))}::DOUBLE`
}

function searchSql(table: TableName, q: string, scope: Scope, bind: Bind): string {
  const part = bind(q)
  const texts = listColumns(table, scope.personal)
    .filter((column) => column.kind === 'text' && !isMasked(column, scope))
    .filter(({ attribute }) => attribute === null || !scope.seesPeople)
    .map((column) => contains(columnSql(table, column, scope, bind), part))
  if (table === 'customers' && scope.seesPeople)
    texts.push(contains("array_to_string(map_values(attributes), ' ')", part))
  return texts.join(' OR ')
}

/** The condition that a table's rows meet to be in the selection; throws AppError tableQueryInvalid or personalColumn. */
export function selectionSql(
  table: TableName,
  { q, filters, rows, today }: Selection,
  scope: Scope,
  bind: Bind,
): string {
  if (rows && rowSetTables[rows] !== table) throw new AppError('tableQueryInvalid')
  const conditions = filters.map((filter) => filterSql(table, filter, scope, bind))
  if (q) conditions.push(searchSql(table, q, scope, bind))
  if (rows) {
    const condition = rowSetConditions[rows]
    conditions.push(
      datedRowSets.includes(rows) ? condition.replaceAll('$today', () => bind(today)) : condition,
    )
  }
  return conditions.map((condition) => `(${condition})`).join(' AND ') || 'true'
}
