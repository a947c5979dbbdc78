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

/**
 * What a spreadsheet may run: a sign of a formula, in its wide form too, that nothing visible but guards stands before.
 * JavaScript and DuckDB read the pattern alike.
 */
const runs = "[\\t-\\r\\p{Z}\\p{Cf}\\x00']*[=+\\-@|%＝＋－＠]|[\\t\\r\\n\\x00]"
const formula = new RegExp(`^(?:${runs})`, 'u')
const plainNumber = /^[+-]?[0-9]+([.,][0-9]+)?$/

/** A cell that a spreadsheet shows as text instead of running it as a formula; genuine numbers stay numbers. */
export function guardCell(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell
}

/** What guardCell makes of a cell that it guards; the first group is what leads it without the guard. */
export const guardedPattern = `^'(${runs})`
const guarded = new RegExp(guardedPattern, 'u')

/** The cell that guardCell was given. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell
}
