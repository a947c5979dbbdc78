import {
  allFlags,
  type ColumnFlags,
  emptyCell,
  endClasses,
  judgeBytes,
  judgeText,
  readFlags,
  startClasses,
  zeroEnd,
} from './cell-flags'
import type { Dialect } from './dialect'
import { parseRecords } from './parse-records'
import { RecordOutput } from './record-output'
import { footerRecords, isTotal, longestTotal, totalInitials } from './total-row'
import { formatRecord } from './write-record'

export type { ColumnFlags }

/** Longer records are rejected. */
export const maxRecordBytes = 2_000_000

export type ScanRejection = 'columnCount' | 'encoding' | 'quote' | 'tooLong' | 'total'
export type ScanOptions = {
  dialect: Dialect
  /** Cells in the header. */
  columns: number
  /** Whether bytes are UTF-8; asked for whole blocks, so it should be fast. */
  isUtf8: (bytes: Uint8Array) => boolean
  /** `text` is the record as it stands, its beginning if it is too long. */
  onReject: (line: number, reason: ScanRejection, text: string) => void
}
export type ScanResult = {
  /** Records after the header: accepted + rejected. */
  records: number
  rejected: number
  /** Some accepted record spans several lines. */
  multiline: boolean
  columns: ColumnFlags[]
}

const [delimiterKind, quoteKind, lineFeedKind, returnKind, oddKind, escapeKind] = [1, 2, 3, 4, 5, 6]
const [lineFeed, carriageReturn, doubleQuote, backslash, point] = [10, 13, 34, 92, 46]
/** As lib/csv/parse-records.ts has them. */
const [regularShape, irregularShape, brokenShape] = [0, 1, 2]
const keptBytes = 1000
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()
const asTotals = new Uint8Array(256)
for (const byte of totalInitials) asTotals[byte] = 1

/** What a byte is to a cell without quotes, and to one within quotes. A NUL makes the record one to be written anew. */
function classifyBytes(dialect: Dialect): { outside: Uint8Array; inside: Uint8Array } {
  const { delimiter, quote } = dialect
  const outside = new Uint8Array(256)
  const inside = new Uint8Array(256)
  outside[0] = inside[0] = oddKind
  outside[doubleQuote] = oddKind
  if (quote !== '') {
    outside[quote.charCodeAt(0)] = quoteKind
    inside[quote.charCodeAt(0)] = quoteKind
    if (dialect.escape === 'backslash') inside[backslash] = escapeKind
  }
  outside[delimiter.charCodeAt(0)] = delimiterKind
  outside[lineFeed] = inside[lineFeed] = lineFeedKind
  outside[carriageReturn] = inside[carriageReturn] = returnKind
  return { outside, inside }
}

/** A record that may be the file's total: it and those after it wait for the end of the file. */
type Waiting = {
  bytes: Uint8Array
  cells: number
  shape: number
  breaks: number
  line: number
  index: number
}

/**
 * Splits CSV bytes into records as splitRecords does, block by block. Accepted records are written to `output` in
 * strict RFC 4180 with LF, each with the number of its first line as an additional first cell; the others go to
 * `onReject`. Blank lines are not counted.
 */
export class RecordScanner {
  readonly output: RecordOutput
  private readonly delimiter: number
  private readonly quote: number
  /** Whether a record in proper quotes can stay as it is. */
  private readonly standard: boolean
  private readonly kinds: { outside: Uint8Array; inside: Uint8Array }
  private readonly flags: Uint8Array
  private counts = { records: 0, rejected: 0, multiline: false }
  private line = 1
  private waiting: Waiting[] = []
  /** Beginning of a record that is too long, while its end has not come yet. */
  private overlong: Uint8Array | null = null

  constructor(private readonly options: ScanOptions) {
    const { dialect } = options
    this.delimiter = dialect.delimiter.charCodeAt(0)
    this.quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
    this.standard = dialect.quote === '"' && dialect.escape === 'double'
    this.kinds = classifyBytes(dialect)
    this.flags = new Uint8Array(options.columns)
    this.output = new RecordOutput(this.delimiter)
  }

  get records(): number {
    return this.counts.records
  }

  /** What has been found so far. */
  result(): ScanResult {
    return { ...this.counts, columns: readFlags(this.flags, this.options.columns) }
  }

  /**
   * Scans the first `length` bytes (`bytes` must hold one more) and returns how many are done with: the caller brings
   * the rest again, followed by more. With `final` all are.
   */
  scan(bytes: Uint8Array, length: number, final: boolean): number {
    // A line feed stops both inner loops, so that they need no check for the end.
    bytes[length] = lineFeed
    const { flags, quote, standard } = this
    const { outside, inside } = this.kinds
    const columns = flags.length
    const validated = final ? length : bytes.lastIndexOf(lineFeed, length - 1) + 1
    const valid = this.options.isUtf8(bytes.subarray(0, validated))
    let start = this.overlong ? this.skipOverlong(bytes, length, final) : 0
    start = this.skipPreamble(bytes, start, length, final)
    if (this.line < this.options.dialect.firstLine) return start
    while (start < length) {
      let at = start
      let cells = 0
      let breaks = 0
      let irregular = false
      let broken = false
      let open = false
      let unclosed = false
      for (;;) {
        // One cell, whose text is from..to.
        let from = at
        let to = -1
        if (bytes[at] === quote && at < length) {
          if (!standard) irregular = true
          const before = breaks
          at++
          for (;;) {
            let kind = inside[bytes[at] as number]
            while (kind === 0) kind = inside[bytes[++at] as number]
            if (kind === quoteKind) {
              if (at + 1 < length && bytes[at + 1] === quote) at += 2
              else break
            } else if (kind === oddKind) {
              irregular = true
              at++
            } else if (kind === escapeKind) {
              const next = bytes[at + 1]
              at += at + 1 < length && (next === quote || next === backslash) ? 2 : 1
            } else if (at >= length) break
            else {
              if (kind === returnKind && at + 1 < length && bytes[at + 1] === lineFeed) at++
              breaks++
              at++
            }
          }
          // A quote as the last byte of a block may be the first half of two.
          if (at >= length || (at + 1 === length && !final)) {
            unclosed = true
            open = !final
            broken = final
            break
          }
          from++
          to = at
          at++
          const after = outside[bytes[at] as number]
          if (after !== delimiterKind && after !== lineFeedKind && after !== returnKind) {
            if (breaks > before) {
              broken = true
              break
            }
            irregular = true
          }
        }
        let kind = outside[bytes[at] as number] as number
        for (;;) {
          while (kind === 0) kind = outside[bytes[++at] as number] as number
          if (kind !== quoteKind && kind !== oddKind) break
          irregular = true
          kind = outside[bytes[++at] as number] as number
        }
        if (to < 0) to = at
        if (cells < columns) {
          if (from === to) flags[cells] = (flags[cells] as number) | emptyCell
          else {
            const last = endClasses[bytes[to - 1] as number] as number
            const special = (startClasses[bytes[from] as number] as number) | last
            if (
              special !== 0 &&
              (special !== zeroEnd || bytes[to - 2] === point) &&
              flags[cells] !== allFlags
            )
              flags[cells] = (flags[cells] as number) | judgeBytes(bytes, from, to)
          }
        }
        cells++
        if (kind !== delimiterKind) {
          open = !final && (at >= length || (kind === returnKind && at + 1 === length))
          break
        }
        at++
      }
      if (open && length - start <= maxRecordBytes) return start
      if (open && unclosed) broken = true
      if (broken) {
        at = start
        while (at < length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++
        breaks = 0
        open = at >= length && !final
      }
      if (open) {
        this.overlong = bytes.slice(start, start + keptBytes)
        return length
      }
      const end = at
      if (at < length)
        at += bytes[at] === carriageReturn && at + 1 < length && bytes[at + 1] === lineFeed ? 2 : 1
      const shape = broken ? brokenShape : irregular ? irregularShape : regularShape
      this.finish(bytes, start, end, cells, shape, breaks, valid && end <= validated)
      this.line += breaks + 1
      start = at
    }
    if (final) this.settle(0)
    return start
  }

  private finish(
    bytes: Uint8Array,
    start: number,
    end: number,
    cells: number,
    shape: number,
    breaks: number,
    valid: boolean,
  ): void {
    if (shape !== brokenShape && isBlank(bytes, start, end, cells)) return
    const index = ++this.counts.records
    if (this.waiting.length > 0 || this.mayBeTotal(bytes, start, end)) {
      const kept = bytes.slice(start, Math.min(end, start + maxRecordBytes + 1))
      this.waiting.push({ bytes: kept, cells, shape, breaks, line: this.line, index })
      this.settle(footerRecords)
    } else this.judge(bytes, start, end, cells, shape, breaks, this.line, valid)
  }

  private judge(
    bytes: Uint8Array,
    start: number,
    end: number,
    cells: number,
    shape: number,
    breaks: number,
    line: number,
    valid: boolean,
  ): void {
    const { columns } = this.options
    if (shape === brokenShape) this.reject(line, 'quote', bytes.subarray(start, end))
    else if (end - start > maxRecordBytes) {
      this.reject(line, 'tooLong', bytes.subarray(start, start + keptBytes))
    } else if (!valid && !this.options.isUtf8(bytes.subarray(start, end))) {
      this.reject(line, 'encoding', bytes.subarray(start, end))
    } else if (cells === columns && shape === regularShape) {
      if (breaks > 0) this.counts.multiline = true
      this.output.write(line, bytes, start, end, 0)
    } else this.fit(bytes, start, end, cells, shape, breaks, line)
  }

  /** Writes a record that has another number of cells, or quotes in odd places, if it can be made to fit. */
  private fit(
    bytes: Uint8Array,
    start: number,
    end: number,
    cells: number,
    shape: number,
    breaks: number,
    line: number,
  ): void {
    const { columns, dialect } = this.options
    const lacking = columns - cells
    let kept = end
    while (kept > start && end - kept < -lacking && bytes[kept - 1] === this.delimiter) kept--
    const fits = lacking > 0 ? dialect.shortRows === 'pad' : end - kept === -lacking
    if (!fits && (lacking > 0 || !this.isRestBlank(bytes, start, end))) {
      this.reject(line, 'columnCount', bytes.subarray(start, end))
      return
    }
    if (breaks > 0) this.counts.multiline = true
    for (let column = cells; column < columns; column++) this.flag(column, emptyCell)
    if (fits && shape === regularShape) {
      this.output.write(line, bytes, start, kept, Math.max(lacking, 0))
      return
    }
    const all = this.parse(bytes.subarray(start, end))
    const own = Array.from({ length: columns }, (_, column) => all[column] ?? '')
    for (const [column, cell] of own.entries()) this.flag(column, judgeText(cell))
    const proper = encoder.encode(formatRecord(own, dialect.delimiter))
    this.output.write(line, proper, 0, proper.length, 0)
  }

  private flag(column: number, flags: number): void {
    this.flags[column] = (this.flags[column] ?? 0) | flags
  }

  private isRestBlank(bytes: Uint8Array, start: number, end: number): boolean {
    const rest = this.parse(bytes.subarray(start, end)).slice(this.options.columns)
    return rest.every((cell) => cell.trim() === '')
  }

  private parse(bytes: Uint8Array): string[] {
    return parseRecords(decoder.decode(bytes), this.options.dialect)[0] ?? []
  }

  private reject(line: number, reason: ScanRejection, bytes: Uint8Array): void {
    this.counts.rejected++
    this.options.onReject(line, reason, decoder.decode(bytes).replaceAll('\0', ''))
  }

  /** Whether the first cell that is not empty begins as the word for a total does, and is not much longer. */
  private mayBeTotal(bytes: Uint8Array, start: number, end: number): boolean {
    let from = start
    while (from < end && asTotals[bytes[from] as number] === 0) {
      const byte = bytes[from]
      if (byte !== this.delimiter && byte !== this.quote && byte !== 32 && byte !== 9) return false
      from++
    }
    let to = from
    while (to < end && to - from <= longestTotal && bytes[to] !== this.delimiter && bytes[to] !== this.quote)
      to++
    if (from === to || to - from > longestTotal) return false
    return isTotal([decoder.decode(bytes.subarray(from, to)).replaceAll('\0', '')])
  }

  /** Decides on the records that wait, but for those that may still be among the last `last` of the file. */
  private settle(last: number): void {
    for (;;) {
      const [next] = this.waiting
      if (!next || this.counts.records - next.index < last) return
      this.waiting.shift()
      const { bytes, cells, shape, breaks, line, index } = next
      const isLast = last === 0 && this.counts.records - index < footerRecords
      if (isLast && shape !== brokenShape && this.mayBeTotal(bytes, 0, bytes.length)) {
        this.reject(line, 'total', bytes)
      } else this.judge(bytes, 0, bytes.length, cells, shape, breaks, line, false)
    }
  }

  /** Passes over the lines before the first record; returns where it starts, or how far it got. */
  private skipPreamble(bytes: Uint8Array, start: number, length: number, final: boolean): number {
    let at = start
    while (this.line < this.options.dialect.firstLine && at < length) {
      let end = at
      while (bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++
      const whole = end < length && !(bytes[end] === carriageReturn && end + 1 === length)
      // Nothing is kept of a line before the records, so that it may be of any length.
      if (!whole && !final) return Math.min(end, length)
      at = Math.min(end + (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? 2 : 1), length)
      this.line++
    }
    return at
  }

  /** Passes over the rest of a record that is too long; returns where the next one starts. */
  private skipOverlong(bytes: Uint8Array, length: number, final: boolean): number {
    const feed = bytes.subarray(0, length).indexOf(lineFeed)
    if (feed < 0 && !final) return length
    this.counts.records++
    this.settle(footerRecords)
    if (this.waiting.length > 0) this.settle(0)
    this.reject(this.line, 'tooLong', this.overlong as Uint8Array)
    this.overlong = null
    this.line++
    return feed < 0 ? length : feed + 1
  }
}

/** A line that holds nothing but delimiters, or nothing but white space. */
function isBlank(bytes: Uint8Array, start: number, end: number, cells: number): boolean {
  if (end - start === cells - 1) return true
  if (cells > 1) return false
  for (let at = start; at < end; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false
  return true
}
