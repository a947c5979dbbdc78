export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
/** '' : the file has no quotes; a quotation mark is an ordinary character. */
export const quotes = ['"', "'", ''] as const
export type Quote = (typeof quotes)[number]

/** How the records of a text are written. Lines are physical lines of the file, from 1. */
export type Dialect = {
  delimiter: Delimiter
  quote: Quote
  /** How a quote within quotes is written: twice, or after a backslash. */
  escape: 'double' | 'backslash'
  /** Line of the header; null when the file has none. Everything before it is no data. */
  headerLine: number | null
  /** Line of the first record. */
  firstLine: number
  /** Records with fewer cells than the header: 'pad' where the file leaves empty cells at the end away, else 'reject'. */
  shortRows: 'reject' | 'pad'
}

/** What it takes to split records into cells. */
export type RecordFormat = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>

/** RFC 4180 with another delimiter. */
export function standardFormat(delimiter: Delimiter): RecordFormat {
  return { delimiter, quote: '"', escape: 'double' }
}
