/** What counts as white space around a cell: ASCII, no-break and thin spaces, the ideographic space, marks of no width. */
export const whitespace = ' \t\n\r\u00a0\u2007\u202f\u3000\u200b\ufeff'

/** Cells that say that there is no value. Kept few and in exact case: a customer may well be called Null. */
export const missingWords = ['', 'NULL', 'null', 'N/A', 'n/a', '#N/A', 'NaN', 'nan', '-', '--', '\\N']

const missing = new Set(missingWords)

/** The text without `leading` characters before and white space after it. */
function trim(text: string, leading: string): string {
  let start = 0
  let end = text.length
  while (start < end && leading.includes(text.charAt(start))) start++
  while (end > start && whitespace.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** Characters that exporters put before a value so that a spreadsheet leaves it alone. */
export const guards = `${whitespace}'`

/** A cell of running text: trimmed; null when it says that there is none. */
export function readText(text: string): string | null {
  const trimmed = trim(text, whitespace)
  return missing.has(trimmed) ? null : trimmed
}

/** A cell that is an id, a number or a date: also without the apostrophe or tab that guarded it in a spreadsheet. */
export function readGuarded(text: string): string | null {
  const trimmed = trim(text, guards)
  return missing.has(trimmed) ? null : trimmed
}

/** `17850.0` is what a spreadsheet or data frame makes of the id 17850. */
export const floatIdPattern = '[0-9]+\\.0'
const floatId = new RegExp(`^${floatIdPattern}$`)

export function readId(text: string): string | null {
  const id = readGuarded(text)
  return id !== null && floatId.test(id) ? id.slice(0, -2) : id
}
