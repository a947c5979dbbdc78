import { formatRecord, guardCell } from '@/lib/csv/write-record'
import type { ExportRequest } from './schema'

type Format = ExportRequest['format']
type Column = ExportRequest['columns'][number]

const byteOrderMark = '\uFEFF'
const identifiers: readonly Column[] = ['customer_id', 'email', 'phone']
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** One line of a list: for a spreadsheet no cell can run as a formula, for a platform every cell is as it is. */
function formatLine(cells: readonly string[], format: Format): string {
  return `${formatRecord(format === 'spreadsheet' ? cells.map(guardCell) : cells)}\r\n`
}

/** The header line, with the byte-order mark that spreadsheets need to read accents and Chinese. */
export function formatHeader(columns: readonly Column[], format: Format): string {
  return (format === 'spreadsheet' ? byteOrderMark : '') + formatLine(columns, format)
}

function platformCell(column: Column, cell: string): string {
  if (column !== 'email') return cell.trim()
  const email = cell.trim().toLowerCase()
  return emailPattern.test(email) ? email : ''
}

/**
 * A person's line; null when a platform could not tell who it is, because none of the chosen identifiers (customer
 * id, e-mail, phone) holds a usable value.
 */
export function formatPerson(
  columns: readonly Column[],
  cells: readonly (string | null)[],
  format: Format,
): string | null {
  const texts = columns.map((_, i) => cells[i] ?? '')
  if (format === 'spreadsheet') return formatLine(texts, format)
  const values = columns.map((column, i) => platformCell(column, texts[i]!))
  const chosen = columns.filter((column) => identifiers.includes(column))
  const usable =
    chosen.length === 0 || columns.some((column, i) => chosen.includes(column) && values[i] !== '')
  return usable ? formatLine(values, format) : null
}
