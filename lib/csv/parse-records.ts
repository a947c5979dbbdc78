import { type Delimiter, type RecordFormat, standardFormat } from './dialect'

const lineEnd = /\r\n|\n|\r/g
const anyBreak = /[\r\n]/

/** regular: as RFC 4180 has it. odd: with quotes in odd places. broken: with a quote that is not closed properly. */
type Shape = 'regular' | 'odd' | 'broken'
export type ParsedRecord = {
  cells: string[]
  /** Physical line of the text on which it starts, from 1. */
  line: number
  /** Cells that stand in proper quotes. */
  quoted: number
  shape: Shape
}
type Parsed = Omit<ParsedRecord, 'line'> & { end: number; breaks: number }

/** Start of the line after the one that ends at `end`. */
function nextLine(text: string, end: number): number {
  return text.charAt(end) === '\r' && text.charAt(end + 1) === '\n' ? end + 2 : Math.min(end + 1, text.length)
}

function endOfLine(text: string, start: number): number {
  lineEnd.lastIndex = start
  return lineEnd.exec(text)?.index ?? text.length
}

function countBreaks(text: string): number {
  return anyBreak.test(text) ? (text.match(lineEnd)?.length ?? 0) : 0
}

/** Closing quote of a cell opened at `open`; -1 when there is none. */
function closingQuote(text: string, open: number, format: RecordFormat): number {
  const { quote } = format
  if (format.escape === 'double') {
    let at = text.indexOf(quote, open + 1)
    while (at >= 0 && text.charAt(at + 1) === quote) at = text.indexOf(quote, at + 2)
    return at
  }
  for (let at = open + 1; at < text.length; at++) {
    const char = text.charAt(at)
    const next = text.charAt(at + 1)
    if (char === '\\' && (next === quote || next === '\\')) at++
    else if (char === quote && next === quote) at++
    else if (char === quote) return at
  }
  return -1
}

function unescapeQuotes(inside: string, format: RecordFormat): string {
  const { quote } = format
  if (format.escape === 'double') return inside.replaceAll(quote + quote, quote)
  return inside.replace(quote === '"' ? /\\(["\\])|"(")/g : /\\(['\\])|'(')/g, '$1$2')
}

const withoutNul = (cell: string) => (cell.includes('\0') ? cell.replaceAll('\0', '') : cell)

/** One record at `start`; null when a quote in it is never closed, or closed amid the text of a later line. */
function parseRecord(text: string, format: RecordFormat, start: number): Parsed | null {
  const { delimiter, quote } = format
  const cells: string[] = []
  let at = start
  let [quoted, breaks] = [0, 0]
  let shape: Shape = 'regular'
  for (;;) {
    let cell = ''
    if (quote !== '' && text.charAt(at) === quote) {
      const close = closingQuote(text, at, format)
      if (close < 0) return null
      const inside = text.slice(at + 1, close)
      const after = text.charAt(close + 1)
      const ends = after === '' || after === delimiter || after === '\n' || after === '\r'
      const within = countBreaks(inside)
      if (!ends && within > 0) return null
      if (ends) quoted++
      else shape = 'odd'
      breaks += within
      cell = unescapeQuotes(inside, format)
      at = close + 1
    }
    let end = at
    for (; end < text.length; end++) {
      const char = text.charAt(end)
      if (char === delimiter || char === '\n' || char === '\r') break
      if (char === quote) shape = 'odd'
    }
    cells.push(withoutNul(cell + text.slice(at, end)))
    if (end < text.length && text.charAt(end) === delimiter) at = end + 1
    else return { cells, end, breaks, quoted, shape }
  }
}

/** A line that holds nothing but delimiters, or nothing but white space. */
function isBlank(cells: string[], raw: string): boolean {
  return raw.length === cells.length - 1 || (cells.length === 1 && /^[ \t]*$/.test(raw))
}

export type Records = {
  records: string[][]
  /** The same records, with where and how they stand. */
  parsed: ParsedRecord[]
  /** Index of the first record whose quote is not closed properly: its physical line stands for it; null without one. */
  broken: number | null
}

/**
 * Splits CSV text into records of cells by RFC 4180, with LF, CRLF or CR, and forgiving as spreadsheets are: a quote
 * inside an unquoted cell is a quote, text after a closing quote is appended. Blank lines and NUL are left out.
 */
export function splitRecords(
  text: string,
  dialect: RecordFormat | Delimiter,
  most = Number.POSITIVE_INFINITY,
): Records {
  const format = typeof dialect === 'string' ? standardFormat(dialect) : dialect
  const parsed: ParsedRecord[] = []
  let broken: number | null = null
  let [at, line] = [0, 1]
  while (at < text.length && parsed.length < most) {
    const record = parseRecord(text, format, at)
    if (record) {
      const { cells, quoted, shape, end, breaks } = record
      if (!isBlank(cells, text.slice(at, end))) parsed.push({ cells, line, quoted, shape })
      at = nextLine(text, end)
      line += breaks + 1
    } else {
      broken ??= parsed.length
      const end = endOfLine(text, at)
      const cells = text.slice(at, end).split(format.delimiter).map(withoutNul)
      parsed.push({ cells, line, quoted: 0, shape: 'broken' })
      at = nextLine(text, end)
      line++
    }
  }
  return { records: parsed.map(({ cells }) => cells), parsed, broken }
}

/** The records alone; see splitRecords. */
export function parseRecords(text: string, dialect: RecordFormat | Delimiter): string[][] {
  return splitRecords(text, dialect).records
}
