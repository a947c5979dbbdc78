import { normaliseHeader } from './header-forms'
import { fieldSynonyms } from './synonyms'
import { orderTotals } from './synonyms-orders'

const known = new Set([
  ...Object.values(fieldSynonyms).flatMap((fields) => Object.values(fields).flat()),
  ...orderTotals,
])

/** Whether any cell is a word that tables have for their columns. */
export const usesHeaderWords = (cells: readonly string[]): boolean =>
  cells.some((cell) => known.has(normaliseHeader(cell)))
