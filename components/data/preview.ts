import { type Field, tableFields } from '@/lib/csv/fields'
import { type Cell, type CellProblem, type CellValue, readCell } from '@/lib/csv/read-cell'
import type { Mapping } from '@/lib/data/schema'

export type PreviewProblem = CellProblem | 'columnCount'
export type PreviewColumn = { field: Field; column: number }
export type PreviewCell = { field: string; text: string; value: CellValue; problem: CellProblem | null }
export type PreviewRow = {
  /** Position among the rows after the header, from 1. */
  position: number
  cells: PreviewCell[]
  /** What is wrong with the row as a whole; null when nothing is. */
  problem: { reason: PreviewProblem; field: string | null } | null
  /** Cells in the file's record. */
  width: number
}
export type Preview = { columns: PreviewColumn[]; rows: PreviewRow[]; bad: number }

/** The fields that a mapping fills, in the order of the table. */
export function mappedColumns(mapping: Mapping): PreviewColumn[] {
  return tableFields[mapping.table].flatMap((field) => {
    const column = mapping.columns[field.field]
    return column === undefined ? [] : [{ field, column }]
  })
}

/** The sample's rows as the import will read them, each with its problems. */
export function preparePreview(
  mapping: Mapping,
  headers: readonly string[],
  sample: readonly string[][],
): Preview {
  const columns = mappedColumns(mapping)
  const rows = sample.map((record, index): PreviewRow => {
    const cells = columns.map(({ field, column }): PreviewCell => {
      const text = record[column] ?? ''
      return { field: field.field, text, ...readCell(field, text, mapping) }
    })
    const broken = record.length !== headers.length
    return {
      position: index + 1,
      cells,
      width: record.length,
      problem: broken ? { reason: 'columnCount', field: null } : findProblem(mapping, cells),
    }
  })
  return { columns, rows, bad: rows.filter((row) => row.problem !== null).length }
}

function findProblem(mapping: Mapping, cells: readonly PreviewCell[]): PreviewRow['problem'] {
  const wrong = cells.find((cell) => cell.problem !== null)
  if (wrong?.problem) return { reason: wrong.problem, field: wrong.field }
  const field = missingAlternative(mapping, cells)
  return field ? { reason: 'missing', field } : null
}

/** An order line needs an amount or a quantity and a price, a review a rating or a text, in each row. */
function missingAlternative({ table, columns }: Mapping, cells: readonly PreviewCell[]): string | null {
  const has = (name: string) => cells.some((cell) => cell.field === name && cell.value !== null)
  if (table === 'orders' && !has('amount')) {
    const byPrice = columns.quantity !== undefined && columns.unit_price !== undefined
    if (!byPrice) return columns.amount === undefined ? null : 'amount'
    if (!has('quantity')) return 'quantity'
    if (!has('unit_price')) return 'unit_price'
  }
  const mapped = columns.rating !== undefined || columns.text !== undefined
  return table === 'reviews' && mapped && !has('rating') && !has('text') ? 'text' : null
}

/** The first different values of a column, for the reader to recognise it by. */
export function columnExamples(sample: readonly string[][], column: number, count = 3): string[] {
  const values = new Set<string>()
  for (const record of sample) {
    const text = (record[column] ?? '').trim()
    if (text) values.add(text)
    if (values.size === count) break
  }
  return [...values]
}

/** How one value of the mapped columns of these kinds reads in each format; the value that tells them apart best. */
export function tellingExample<Format>(
  mapping: Mapping,
  sample: readonly string[][],
  kinds: readonly Field['kind'][],
  formats: readonly Format[],
  read: (field: Field, text: string, format: Format) => Cell,
): { field: Field; text: string; readings: Cell[] } | null {
  let best: { field: Field; text: string; readings: Cell[] } | null = null
  let bestCount = 0
  for (const { field, column } of mappedColumns(mapping)) {
    if (!kinds.includes(field.kind)) continue
    for (const record of sample) {
      const text = (record[column] ?? '').trim()
      if (!text) continue
      const readings = formats.map((format) => read(field, text, format))
      const count = new Set(readings.map((reading) => String(reading.value))).size
      if (count > bestCount) {
        best = { field, text, readings }
        bestCount = count
      }
    }
  }
  return best
}

/** Positions of the columns that feed no field. */
export function unusedColumns(headers: readonly string[], { columns }: Mapping): number[] {
  const used = new Set(Object.values(columns))
  return headers.flatMap((_, column) => (used.has(column) ? [] : [column]))
}

/** A column that feeds two fields, with the fields; null when each feeds one. */
export function repeatedColumn({ columns }: Mapping): { column: number; fields: string[] } | null {
  for (const column of Object.values(columns)) {
    const fields = Object.keys(columns).filter((field) => columns[field] === column)
    if (fields.length > 1) return { column, fields }
  }
  return null
}
