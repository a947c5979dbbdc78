import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { countryCode } from './export-country'
import { hashCell, identifierRule } from './export-identifiers'
import type { ExportColumn, ExportFormat } from './export-schema'

const byteOrderMark = '\uFEFF'

/** One line of a list: for a spreadsheet no cell can run as a formula, for a program every cell is as it is. */
function formatLine(cells: readonly string[], format: ExportFormat): string {
  return `${formatRecord(format === 'spreadsheet' ? cells.map(guardCell) : cells)}\r\n`
}

/** What platforms call the columns they match people by. */
const platformNames: Partial<Record<ExportFormat, Partial<Record<ExportColumn, string>>>> = {
  meta: { first_name: 'fn', last_name: 'ln', city: 'ct' },
  google: { email: 'Email', phone: 'Phone' },
}

/** The header line, with the byte-order mark that spreadsheets need to read accents and Chinese. */
export function formatHeader(
  columns: readonly ExportColumn[],
  format: ExportFormat,
  pseudonymised = false,
): string {
  const names = columns.map((column) =>
    pseudonymised && column === 'customer_id' ? 'pseudonym' : (platformNames[format]?.[column] ?? column),
  )
  return (format === 'spreadsheet' ? byteOrderMark : '') + formatLine(names, format)
}

/** As Meta compares what is not an identifier: in lower case, names without punctuation, cities by their letters. */
const metaTexts: Partial<Record<ExportColumn, (cell: string) => string>> = {
  first_name: (cell) =>
    cell
      .toLowerCase()
      .replaceAll(/[\p{P}\p{S}]/gu, '')
      .trim(),
  last_name: (cell) =>
    cell
      .toLowerCase()
      .replaceAll(/[\p{P}\p{S}]/gu, '')
      .trim(),
  city: (cell) => cell.toLowerCase().replaceAll(/[\d.\s\-()[\]{}]/g, ''),
  country: (cell) => countryCode(cell).toLowerCase(),
}

function formatCell(column: ExportColumn, cell: string, format: ExportFormat): string {
  const rule = identifierRule(format, column)
  if (rule) return rule.write(cell)
  const normalise = format === 'meta' ? metaTexts[column] : undefined
  if (normalise) return hashCell(cell, normalise)
  return format === 'spreadsheet' ? cell : cell.trim()
}

/** A person's line, as the format wants its cells; null is an unknown value. */
export function formatPerson(
  columns: readonly ExportColumn[],
  cells: readonly (string | null)[],
  format: ExportFormat,
): string {
  return formatLine(
    columns.map((column, index) => formatCell(column, cells[index] ?? '', format)),
    format,
  )
}
