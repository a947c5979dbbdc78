/** One CSV record without its line end; every cell quoted. */
export function formatRecord(cells: readonly string[], delimiter = ','): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)
}

const formula = /^[\s\u00a0\0]*[=+\-@|%]|^[\t\r\n\0]/
const plainNumber = /^[+-]?[0-9]+([.,][0-9]+)?$/

/** A cell that a spreadsheet shows as text instead of running it as a formula; genuine numbers stay numbers. */
export function guardCell(cell: string): string {
  return formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell
}
