import { type Field, hasContact, type MappedField, mappedFields, orderFields } from '@/lib/csv/fields'
import type { ColumnFormat, Mapping, TableMapping } from '@/lib/csv/mapping'
import { readPackedItems } from '@/lib/csv/packed-items'
import { type Cell, type CellProblem, type CellValue, readCell } from '@/lib/csv/read-cell'
import type { InspectionResult } from '@/lib/data/schema'

export type PreviewProblem = CellProblem | 'columnCount' | 'items'
export type PreviewCell = { field: string; text: string; value: CellValue; problem: CellProblem | null }
export type PreviewRow = {
  /** Position among the rows after the header, from 1. */
  position: number
  cells: PreviewCell[]
  /** Why the row would be rejected; null when it would not. */
  problem: { reason: PreviewProblem; field: string | null } | null
  /** Cells in the file's record. */
  width: number
}
export type Preview = { columns: MappedField[]; rows: PreviewRow[]; bad: number }
type File = Pick<InspectionResult, 'headers' | 'sample' | 'dialect'>

const naming = ['customer_id', 'email', 'phone']
const orderWide = orderFields.filter((field) => !naming.includes(field)) as readonly string[]

function readCells(fields: readonly MappedField[], formats: Mapping['formats'], record: readonly string[]) {
  return fields.map((field): PreviewCell => {
    const text = record[field.column] ?? ''
    return { field: field.field, text, ...readCell(field, text, formats[field.column] ?? {}) }
  })
}

const cellValue = (cells: readonly PreviewCell[], field: string): CellValue =>
  cells.find((cell) => cell.field === field)?.value ?? null

/** Exports may fill what concerns a whole order on its first line only; its other lines share it. */
function shareOrders(rows: PreviewCell[][]): PreviewCell[][] {
  const firsts = new Map<string, Map<string, PreviewCell>>()
  return rows.map((cells) => {
    const order = cellValue(cells, 'order_id')
    if (order === null) return cells
    const first = firsts.get(String(order)) ?? new Map<string, PreviewCell>()
    firsts.set(String(order), first)
    const named = cells.some(({ field, value }) => naming.includes(field) && value !== null)
    const isNamed = naming.some((field) => first.has(field))
    for (const cell of cells) {
      const open = naming.includes(cell.field) ? !isNamed : orderWide.includes(cell.field)
      if (open && cell.value !== null && !first.has(cell.field)) first.set(cell.field, cell)
    }
    return cells.map((cell) => {
      const shared = first.get(cell.field)
      const lacking = cell.value === null && !(named && naming.includes(cell.field))
      return shared && lacking ? { ...cell, value: shared.value, problem: null } : cell
    })
  })
}

/** What a row as a whole lacks: an amount, a customer, a rating or a text. */
function missingField({ table, columns }: TableMapping, cells: readonly PreviewCell[]): string | null {
  const has = (field: string) => cellValue(cells, field) !== null
  if (table === 'orders' && !has('amount') && !has('items')) {
    const byPrice = columns.quantity !== undefined && columns.unit_price !== undefined
    if (!byPrice) return columns.amount === undefined ? null : 'amount'
    if (!has('quantity')) return 'quantity'
    if (!has('unit_price')) return 'unit_price'
  }
  if (table === 'reviews') {
    const mapped = columns.rating !== undefined || columns.text !== undefined
    return mapped && !has('rating') && !has('text') ? 'text' : null
  }
  const asksCustomer = table === 'customers' || table === 'interactions' || table === 'campaigns'
  const mapped = columns.customer_id !== undefined || hasContact({ columns })
  return asksCustomer && mapped && !naming.some(has) ? 'customer_id' : null
}

function findProblem(table: TableMapping, cells: readonly PreviewCell[]): PreviewRow['problem'] {
  const wrong = cells.find((cell) => cell.problem !== null)
  if (wrong?.problem) return { reason: wrong.problem, field: wrong.field }
  const items = table.table === 'orders' ? cellValue(cells, 'items') : null
  if (items !== null && !readPackedItems(String(items))) return { reason: 'items', field: 'items' }
  const field = missingField(table, cells)
  return field ? { reason: 'missing', field } : null
}

/** The sample as rows of the file's own table, each with its problem. */
function readOwn(
  table: TableMapping,
  formats: Mapping['formats'],
  { headers, sample, dialect }: File,
): Preview {
  const columns = mappedFields(table)
  const read = sample.map((record) => readCells(columns, formats, record))
  const shared = table.table === 'orders' ? shareOrders(read) : read
  const rows = sample.map(({ length: width }, index): PreviewRow => {
    const cells = shared[index] ?? []
    const broken = width > headers.length || (width < headers.length && dialect.shortRows === 'reject')
    const problem = broken ? { reason: 'columnCount' as const, field: null } : findProblem(table, cells)
    return { position: index + 1, cells, width, problem }
  })
  return { columns, rows, bad: rows.filter(({ problem }) => problem !== null).length }
}

/** The records of a gathered table, one for each key; the last value that is there counts. */
function gather(table: TableMapping, formats: Mapping['formats'], own: Preview, { sample }: File): Preview {
  const columns = mappedFields(table)
  const rows = new Map<string, PreviewRow>()
  for (const { position, problem, width } of own.rows) {
    if (problem) continue
    const cells = readCells(columns, formats, sample[position - 1] ?? [])
    const keys = table.table === 'customers' ? naming : ['product_id']
    const key = keys.map((field) => cellValue(cells, field)).find((value) => value !== null)
    if (key === undefined || key === null) continue
    const before = rows.get(String(key))
    const merged = before
      ? cells.map((cell, index) => (cell.value === null ? (before.cells[index] ?? cell) : cell))
      : cells
    rows.set(String(key), { position: before?.position ?? position, cells: merged, problem: null, width })
  }
  return { columns, rows: [...rows.values()], bad: 0 }
}

/** The sample as the import will read it into the mapping's table at `index`. */
export function preparePreview(mapping: Mapping, index: number, file: File): Preview {
  const [own] = mapping.tables
  const table = mapping.tables[index]
  if (!own || !table) return { columns: [], rows: [], bad: 0 }
  const preview = readOwn(own, mapping.formats, file)
  return index === 0 ? preview : gather(table, mapping.formats, preview, file)
}

/** The first different values of a column, for the reader to recognise it by; else its most frequent ones. */
export function columnExamples(
  { sample, columns }: Pick<InspectionResult, 'sample' | 'columns'>,
  column: number,
  count = 3,
): string[] {
  const values = new Set<string>()
  for (const record of sample) {
    const text = (record[column] ?? '').trim()
    if (text) values.add(text)
    if (values.size === count) break
  }
  if (values.size > 0) return [...values]
  return (columns[column]?.top ?? []).slice(0, count).map(({ value }) => value)
}

/** How a value of a column reads in each format: the value that tells them apart best. Null for an empty column. */
export function tellingExample(
  field: Field,
  { sample, columns }: Pick<InspectionResult, 'sample' | 'columns'>,
  column: number,
  formats: readonly ColumnFormat[],
): { text: string; readings: Cell[]; telling: boolean } | null {
  const texts = [
    ...sample.map((record) => record[column] ?? ''),
    ...(columns[column]?.top ?? []).map(({ value }) => value),
  ]
  let best: { text: string; readings: Cell[]; telling: boolean } | null = null
  let bestCount = 0
  for (const text of new Set(texts.map((value) => value.trim()))) {
    if (!text) continue
    const readings = formats.map((format) => readCell(field, text, format))
    const different = new Set(readings.map(({ value }) => String(value))).size
    const count = different + (readings.some(({ problem }) => problem) ? 0 : formats.length)
    if (count <= bestCount) continue
    best = { text, readings, telling: different > 1 }
    bestCount = count
  }
  return best
}
