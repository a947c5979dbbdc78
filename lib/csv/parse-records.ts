const lineEnd = /\r\n|\n|\r/g

type Parsed = { cells: string[]; end: number; next: number }

/** End of the physical line at `start`, and the start of the next one. */
function endOfLine(text: string, start: number): { end: number; next: number } {
  lineEnd.lastIndex = start
  const found = lineEnd.exec(text)
  return found
    ? { end: found.index, next: found.index + found[0].length }
    : { end: text.length, next: text.length }
}

/** Closing quote of a cell opened at `open`; -1 when there is none. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2)
  return at
}

/** One record at `start`; null when a quote in it is never closed, or closed amid the text of a later line. */
function parseRecord(text: string, delimiter: string, start: number): Parsed | null {
  const cells: string[] = []
  let at = start
  for (;;) {
    let cell = ''
    if (text.charAt(at) === '"') {
      const close = closingQuote(text, at)
      if (close < 0) return null
      const inside = text.slice(at + 1, close)
      const after = text.charAt(close + 1)
      const ends = after === '' || after === delimiter || after === '\n' || after === '\r'
      if (!ends && /[\r\n]/.test(inside)) return null
      cell = inside.replaceAll('""', '"')
      at = close + 1
    }
    let end = at
    while (end < text.length) {
      const char = text.charAt(end)
      if (char === delimiter || char === '\n' || char === '\r') break
      end++
    }
    cells.push(cell + text.slice(at, end))
    if (text.charAt(end) === delimiter) at = end + 1
    else return { cells, end, next: endOfLine(text, end).next }
  }
}

/** A line that holds nothing but delimiters, or nothing but white space. */
function isBlank(cells: string[], raw: string): boolean {
  return raw.length === cells.length - 1 || (cells.length === 1 && /^[ \t]*$/.test(raw))
}

export type Records = {
  records: string[][]
  /** Index of the first record whose quote is not closed properly: its physical line stands for it; null without one. */
  broken: number | null
}

/**
 * Splits CSV text into records of cells by RFC 4180, with LF, CRLF or CR, and forgiving as spreadsheets are: a quote
 * inside an unquoted cell is a quote, text after a closing quote is appended. Blank lines are left out.
 */
export function splitRecords(text: string, delimiter: string): Records {
  const records: string[][] = []
  let broken: number | null = null
  let at = 0
  while (at < text.length) {
    const parsed = parseRecord(text, delimiter, at)
    if (parsed) {
      if (!isBlank(parsed.cells, text.slice(at, parsed.end))) records.push(parsed.cells)
      at = parsed.next
    } else {
      broken ??= records.length
      const { end, next } = endOfLine(text, at)
      records.push(text.slice(at, end).split(delimiter))
      at = next
    }
  }
  return { records, broken }
}

/** The records alone; see splitRecords. */
export function parseRecords(text: string, delimiter: string): string[][] {
  return splitRecords(text, delimiter).records
}
