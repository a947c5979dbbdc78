/** A footer that sums up the records above it. */
const total =
  /^(?:total|totals|grand total|sum|summe|gesamt|gesamtsumme|subtotal|合计|总计|小计|汇总)\s*[:：]?$/i

/** How many records at the end of a file may be such footers. */
export const footerRecords = 3

/** Whether the first cell with anything in it says that the record is a total. */
export function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')
  return first !== undefined && total.test(first.trim())
}

/** First bytes (in UTF-8) of a cell that may say so. */
export const totalInitials = [...'tTgGsS'].map((letter) => letter.charCodeAt(0)).concat([0xe5, 0xe6])

/** Longest such cell, in bytes. */
export const longestTotal = 20
