import type { TableName } from '@/lib/warehouse/tables'
import { readGuarded } from './cells'
import type { DateOrder } from './dates'
import { type Field, missingFields, tableFields } from './fields'
import { guessDateOrder, guessDecimalMark } from './guess-formats'
import type { DecimalMark } from './numbers'
import { type CellFormats, readCell } from './read-cell'
import { normaliseHeader, orderTotals } from './synonyms'

export type GuessedMapping = {
  table: TableName
  columns: Record<string, number>
  dateOrder: DateOrder
  decimalMark: DecimalMark
}

/** Fields that tell what a file is about. */
const tellingFields: Record<TableName, readonly string[]> = {
  customers: ['email', 'phone', 'first_name', 'last_name', 'gender', 'birth_date', 'signed_up_on', 'consent'],
  orders: ['order_id', 'quantity', 'unit_price', 'amount', 'ordered_at'],
  products: ['category', 'brand', 'price', 'cost', 'stock', 'tags', 'description', 'title'],
  reviews: ['review_id', 'rating', 'text', 'reviewed_on'],
}
const tellingWeight = 2
const completeWeight = 3
/** Share of a column's values that must be readable for its header to be believed. */
const believable = 0.8
/** How many records are looked at. */
const mostRecords = 2000
/** How many values of a column that is judged on. */
const judged = 500

const columnValues = (sample: readonly string[][], column: number) =>
  sample.map((record) => record[column] ?? '').filter((cell) => readGuarded(cell) !== null)

function isDate(kind: Field['kind']): boolean {
  return kind === 'date' || kind === 'datetime'
}

/** Whether the values under a header are what the field needs. */
function fits(field: Field, column: readonly string[], rows: number): boolean {
  const values = column.slice(0, judged)
  // An empty column serves only where a value may be missing.
  if (values.length === 0 && rows > 0 && field.required && !field.emptyAllowed) return false
  if (field.kind === 'text' || field.kind === 'id' || values.length === 0) return true
  const readable = (formats: CellFormats) =>
    values.filter((value) => readCell(field, value, formats).problem === null).length / values.length
  const formats = isDate(field.kind)
    ? { dateOrder: guessDateOrder(values), decimalMark: '.' as const }
    : { dateOrder: 'ymd' as const, decimalMark: guessDecimalMark(values) }
  return readable(formats) >= believable
}

type Columns = Record<string, number>

function matchHeaders(table: TableName, headers: string[], sample: readonly string[][]): Columns {
  const candidates = tableFields[table].flatMap((field, order) =>
    headers
      .map((header, column) => ({ field, order, column, rank: field.synonyms.indexOf(header) }))
      .filter(({ rank }) => rank >= 0),
  )
  // A header that means one thing more than another goes where it ranks best.
  candidates.sort((a, b) => a.rank - b.rank || a.order - b.order || a.column - b.column)
  const columns: Columns = {}
  const used = new Set<number>()
  for (const { field, column } of candidates) {
    if (columns[field.field] !== undefined || used.has(column)) continue
    if (!fits(field, columnValues(sample, column), sample.length)) continue
    columns[field.field] = column
    used.add(column)
  }
  return columns
}

/** What no header told: an order total as the amount, the only column of dates as the date of the order. */
function fillGaps(table: TableName, columns: Columns, headers: string[], sample: readonly string[][]): void {
  if (table !== 'orders') return
  const free = (column: number) => !Object.values(columns).includes(column)
  const fieldOf = (name: string) => tableFields.orders.find(({ field }) => field === name) as Field
  const hasPrices = columns.quantity !== undefined && columns.unit_price !== undefined
  if (columns.amount === undefined && !hasPrices) {
    const totals = orderTotals.map((total) => headers.indexOf(total))
    const total = totals.find(
      (column) =>
        column >= 0 && free(column) && fits(fieldOf('amount'), columnValues(sample, column), sample.length),
    )
    if (total !== undefined) columns.amount = total
  }
  if (columns.ordered_at === undefined) {
    const dates = headers.flatMap((_, column) => {
      const values = columnValues(sample, column)
      return free(column) && values.length > 0 && fits(fieldOf('ordered_at'), values, sample.length)
        ? [column]
        : []
    })
    if (dates.length === 1 && dates[0] !== undefined) columns.ordered_at = dates[0]
  }
}

function score(table: TableName, columns: Columns): number {
  const telling = tellingFields[table].filter((field) => columns[field] !== undefined).length
  const complete = missingFields({ table, columns }).length === 0 ? completeWeight : 0
  return Object.keys(columns).length + telling * tellingWeight + complete
}

/** The mapping for one table that headers and values speak for. */
export function guessColumns(
  table: TableName,
  headers: readonly string[],
  sample: readonly string[][],
): Columns {
  const normalised = headers.map(normaliseHeader)
  const columns = matchHeaders(table, normalised, sample)
  fillGaps(table, columns, normalised, sample)
  return columns
}

/** How dates and numbers are written in the mapped columns. */
export function guessFormats(
  mapping: { table: TableName; columns: Columns },
  sample: readonly string[][],
): CellFormats {
  const valuesOf = (kinds: Field['kind'][]) =>
    tableFields[mapping.table]
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ field }) => {
        const column = mapping.columns[field]
        return column === undefined ? [] : columnValues(sample, column)
      })
  return {
    dateOrder: guessDateOrder(valuesOf(['date', 'datetime'])),
    decimalMark: guessDecimalMark(valuesOf(['number', 'money'])),
  }
}

/** Records are taken from the whole of the sample: dates at its end may tell what those at its beginning do not. */
function thinOut(sample: readonly string[][]): readonly string[][] {
  const step = Math.ceil(sample.length / mostRecords)
  return step > 1 ? sample.filter((_, index) => index % step === 0) : sample
}

/** The table that a file most likely is, and how its columns become that table's fields. */
export function guessMapping(headers: readonly string[], records: readonly string[][]): GuessedMapping {
  const sample = thinOut(records)
  const tables = Object.keys(tableFields) as TableName[]
  const guesses = tables.map((table) => ({ table, columns: guessColumns(table, headers, sample) }))
  const best = guesses.reduce((a, b) => (score(b.table, b.columns) > score(a.table, a.columns) ? b : a))
  return { ...best, ...guessFormats(best, sample) }
}
