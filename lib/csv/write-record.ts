import { type Delimiter, type RecordFormat, standardFormat } from './dialect'

/** One CSV record without its line end; every cell quoted. */
export function formatRecord(
  cells: readonly string[],
  delimiter: Delimiter = ',',
  format: Omit<RecordFormat, 'delimiter'> = standardFormat(delimiter),
): string {
  const { quote } = format
  const write = (cell: string) =>
    format.escape === 'double'
      ? cell.replaceAll(quote, quote + quote)
      : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  return cells.map((cell) => (quote === '' ? cell : quote + write(cell) + quote)).join(delimiter)
}

const formula = /^[\s\u00a0\0]*[=+\-@|%]|^[\t\r\n\0]/
const plainNumber = /^[+-]?[0-9]+([.,][0-9]+)?$/

/** A cell that a spreadsheet shows as text instead of running it as a formula; genuine numbers stay numbers. */
export function guardCell(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell
}
