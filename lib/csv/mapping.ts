import type { TableName } from '@/lib/warehouse/tables'
import type { DateStyle } from './dates'
import type { DecimalMark } from './numbers'

/**
 * update: the newest record of a key counts, a blank cell leaving what is there. append: what is there stays as it is.
 * replace: nothing older counts.
 */
export const importModes = ['update', 'append', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

export type TableMapping = {
  table: TableName
  mode: ImportMode
  /** Field name → position of the file's column, from 0. */
  columns: Record<string, number>
  /** Customers only: columns kept as attributes under their own header. */
  attributes?: number[]
  /** Customers of their own file only, none of whom it names: each is known by the file's name and its line. */
  numbered?: true
}

/** How the dates and numbers of one column are written. */
export type ColumnFormat = { dates?: DateStyle; decimalMark?: DecimalMark }

/**
 * How one file's columns become tables. The first table is the file's own: each record of the file is one of its rows.
 * The others are gathered from the same records, one row for each key.
 */
export type Mapping = {
  tables: TableMapping[]
  /** Position of a column, as text → its format. */
  formats: Record<string, ColumnFormat>
}
