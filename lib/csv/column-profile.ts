import type { ColumnFormat } from './mapping'

export const columnTypes = [
  ...['empty', 'text', 'id', 'number', 'percent', 'date', 'boolean'],
  ...['email', 'phone', 'country', 'currency', 'url'],
] as const
export type ColumnType =
  | 'empty'
  | 'text'
  | 'id'
  | 'number'
  | 'percent'
  | 'date'
  | 'boolean'
  | 'email'
  | 'phone'
  | 'country'
  | 'currency'
  | 'url'

/** What all the rows of a file, not a sample, say of one column. */
export type ColumnProfile = {
  /** rows with a value; words that say that there is none (see missingWords) do not count */
  filled: number
  distinct: number
  /** false: `distinct` is an estimate, within a few per cent */
  distinctExact: boolean
  type: ColumnType
  /** share of the filled rows that can be read as `type`, 0 to 1 */
  typeShare: number
  /** how the column's dates or numbers are written, by the evidence of every row */
  format: ColumnFormat
  /** the rows do not decide between two readings (all days up to 12; 1.234 alone): the user is asked */
  ambiguous: 'dayMonth' | 'decimalMark' | null
  /** smallest and largest: ISO dates, plain decimal numbers, or text; null when empty */
  min: string | null
  max: string | null
  /** numbers only */
  mean: number | null
  /** the most frequent values as they stand, the most frequent first; at most 10 */
  top: { value: string; rows: number }[]
  /** numbers and dates: equal bins from `from` (included) to `to`; null for other types; at most 20 */
  histogram: { from: string; to: string; rows: number }[] | null
  /** rows whose value cannot be read as `type` */
  problemRows: number
  /** at most 5 of them */
  problems: { line: number; value: string }[]
}
