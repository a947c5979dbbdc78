import { allFlags, emptyCell, endClasses, judgeBytes, readFlags, startClasses, zeroEnd } from './cell-flags'
import type { Dialect } from './dialect'
import { maxRecordBytes, type ScanResult } from './scan'
import { footerRecords, isTotal, longestTotal, totalInitials } from './total-row'

export type TidyResult = ScanResult & { tidy: true; lineEnd: '\n' | '\r\n' }

const [lineFeed, carriageReturn, quote, point] = [10, 13, 34, 46]
const [delimiterKind, lineFeedKind, returnKind, otherKind] = [1, 2, 3, 4]
const decoder = new TextDecoder()
/** Bytes that end the text of a cell in quotes: NUL, line ends, the quote. */
const quotedEnds = new Uint8Array(256)
for (const byte of [0, lineFeed, carriageReturn, quote]) quotedEnds[byte] = 1
const totals = new Uint8Array(256)
for (const byte of totalInitials) totals[byte] = 1

/**
 * Looks whether a file is strict RFC 4180 throughout, so that any CSV reader gets the same records as RecordScanner:
 * a header on the first line, every record on one line with as many cells, one kind of line end, no blank lines,
 * no total at the end. Gives up at the first thing that is not so.
 */
export class TidyScanner {
  private readonly kinds = new Uint8Array(256)
  private readonly flags: Uint8Array
  private readonly possible: boolean
  private records = -1
  private lastTotal = Number.NEGATIVE_INFINITY
  private lineEnd = 0

  constructor(
    dialect: Dialect,
    private readonly columns: number,
    private readonly isUtf8: (bytes: Uint8Array) => boolean,
  ) {
    const { headerLine, firstLine, delimiter } = dialect
    this.possible =
      headerLine === 1 && firstLine === 2 && dialect.quote === '"' && dialect.escape === 'double'
    this.flags = new Uint8Array(columns)
    for (const byte of [0, quote]) this.kinds[byte] = otherKind
    this.kinds[delimiter.charCodeAt(0)] = delimiterKind
    this.kinds[lineFeed] = lineFeedKind
    this.kinds[carriageReturn] = returnKind
  }

  /** Records so far. */
  get count(): number {
    return Math.max(this.records, 0)
  }

  /**
   * Looks at the first `length` bytes (`bytes` must hold one more) and returns how many are done with, -1 when the file
   * is not tidy: the caller brings the rest again, followed by more. With `final` all are.
   */
  scan(bytes: Uint8Array, length: number, final: boolean): number {
    if (!this.possible) return -1
    // The last line may lack its end.
    bytes[length] = lineFeed
    const whole = bytes.lastIndexOf(lineFeed, final ? length : length - 1) + 1
    if (whole === 0) return length > maxRecordBytes ? -1 : 0
    if (final && whole === length + 1 && (length === 0 || bytes[length - 1] === lineFeed)) {
      return this.scanLines(bytes, length, length) ? length : -1
    }
    return this.scanLines(bytes, whole, length) ? Math.min(whole, length) : -1
  }

  /** Lines that are all there, up to `end`; a line end at `length` is not the file's. */
  private scanLines(bytes: Uint8Array, end: number, length: number): boolean {
    if (!this.isUtf8(bytes.subarray(0, Math.min(end, length)))) return false
    const { kinds, flags, columns } = this
    let { records, lineEnd } = this
    let at = 0
    while (at < end) {
      const start = at
      let cells = 0
      for (;;) {
        let from = at
        let to: number
        let kind: number | undefined
        if (bytes[at] === quote) {
          from = ++at
          for (;;) {
            while (quotedEnds[bytes[at] as number] === 0) at++
            if (bytes[at] !== quote) return false
            if (bytes[at + 1] !== quote) break
            at += 2
          }
          to = at++
          kind = kinds[bytes[at] as number]
          if (kind === 0) return false
        } else {
          kind = kinds[bytes[at] as number]
          while (kind === 0) kind = kinds[bytes[++at] as number]
          to = at
        }
        if (cells >= columns) return false
        if (from === to) flags[cells] = (flags[cells] as number) | emptyCell
        else if (records >= 0) {
          const special =
            (startClasses[bytes[from] as number] as number) | (endClasses[bytes[to - 1] as number] as number)
          if (special !== 0 && (special !== zeroEnd || bytes[to - 2] === point) && flags[cells] !== allFlags)
            flags[cells] = (flags[cells] as number) | judgeBytes(bytes, from, to)
        }
        cells++
        if (kind !== delimiterKind) {
          if (kind === otherKind) return false
          break
        }
        at++
      }
      const size = at - start
      if (cells !== columns || size === columns - 1 || size > maxRecordBytes) return false
      const ending = bytes[at] === carriageReturn ? 2 : 1
      if (ending === 2 && bytes[at + 1] !== lineFeed) return false
      if (at + ending <= length && lineEnd !== ending) {
        if (lineEnd !== 0) return false
        lineEnd = ending
      }
      if (columns === 1 && this.isBlankLine(bytes, start, at)) return false
      records++
      if (totals[bytes[start] as number] === 1 || kinds[bytes[start] as number] !== 0 || bytes[start] === 32)
        if (this.mayBeTotal(bytes, start, at)) this.lastTotal = records
      at += ending
    }
    this.records = records
    this.lineEnd = lineEnd
    return true
  }

  private isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false
    return true
  }

  private mayBeTotal(bytes: Uint8Array, start: number, end: number): boolean {
    let from = start
    while (from < end && totals[bytes[from] as number] === 0) {
      const byte = bytes[from] as number
      if (this.kinds[byte] !== delimiterKind && byte !== quote && byte !== 32 && byte !== 9) return false
      from++
    }
    let to = from
    while (to < end && to - from <= longestTotal && this.kinds[bytes[to] as number] === 0) to++
    return to - from <= longestTotal && isTotal([decoder.decode(bytes.subarray(from, to))])
  }

  /** What the lines so far are like. */
  glance(): Pick<TidyResult, 'columns' | 'lineEnd'> {
    return { lineEnd: this.lineEnd === 2 ? '\r\n' : '\n', columns: readFlags(this.flags, this.columns) }
  }

  /** After all has been scanned: what there is, null when there is a total at the end or no record at all. */
  result(): TidyResult | null {
    if (this.records < 1 || this.records - this.lastTotal < footerRecords) return null
    return { ...this.glance(), tidy: true, records: this.records, rejected: 0, multiline: false }
  }
}
