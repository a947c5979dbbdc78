import { parseRecords } from './parse-records'
import { formatRecord } from './write-record'

/** Longer records are rejected. */
export const maxRecordBytes = 2_000_000

export type ScanRejection = 'columnCount' | 'encoding' | 'quote' | 'tooLong'
export type ScanOptions = {
  delimiter: string
  /** Cells in the header, which is the first record that is not blank. */
  columns: number
  /** Whether bytes are UTF-8; asked for whole blocks, so it should be fast. */
  isUtf8: (bytes: Uint8Array) => boolean
  /** `text` is the record as it stands, its beginning if it is too long. */
  onReject: (line: number, reason: ScanRejection, text: string) => void
}
export type ScanCounts = {
  /** Records after the header: accepted + rejected. */
  records: number
  rejected: number
  /** Some accepted record spans several lines. */
  multiline: boolean
}

const delimiterKind = 1
const quoteKind = 2
const returnKind = 4
const lineFeedKind = 3
const lineFeed = 10
const carriageReturn = 13
const quote = 34
const space = 32
const tab = 9
/** A record in strict RFC 4180; with quotes in odd places; with a quote not closed properly. */
const [regularShape, irregularShape, brokenShape] = [0, 1, 2]
const keptBytes = 1000
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

function classifyBytes(delimiter: number): Uint8Array {
  const kinds = new Uint8Array(256)
  kinds[delimiter] = delimiterKind
  kinds[quote] = quoteKind
  kinds[lineFeed] = lineFeedKind
  kinds[carriageReturn] = returnKind
  return kinds
}

/**
 * Splits CSV bytes into records as splitRecords does, block by block. Accepted records are written to `output` in
 * strict RFC 4180 with LF, each with the number of its first line as an additional first cell; the others go to
 * `onReject`. Blank lines are not counted.
 */
export class RecordScanner {
  readonly counts: ScanCounts = { records: 0, rejected: 0, multiline: false }
  private readonly delimiter: number
  private readonly kinds: Uint8Array
  private output: Uint8Array = new Uint8Array(1 << 12)
  private spare: Uint8Array = new Uint8Array(1 << 12)
  private written = 0
  private line = 1
  private headerSeen = false
  /** Beginning of a record that is too long, while its end has not come yet. */
  private overlong: Uint8Array | null = null

  constructor(private readonly options: ScanOptions) {
    this.delimiter = options.delimiter.charCodeAt(0)
    this.kinds = classifyBytes(this.delimiter)
  }

  /** The bytes written since the last call; valid until the next call. */
  takeOutput(): Uint8Array {
    const taken = this.output.subarray(0, this.written)
    const used = this.output
    this.output = this.spare
    this.spare = used
    this.written = 0
    return taken
  }

  /**
   * Scans the first `length` bytes (`bytes` must hold one more) and returns how many are done with: the caller brings
   * the rest again, followed by more. With `final` all are.
   */
  scan(bytes: Uint8Array, length: number, final: boolean): number {
    // A quote stops both inner loops, so that they need no check for the end.
    bytes[length] = quote
    const { kinds } = this
    const validated = final ? length : bytes.lastIndexOf(lineFeed, length - 1) + 1
    const valid = this.options.isUtf8(bytes.subarray(0, validated))
    let start = this.overlong ? this.skipOverlong(bytes, length, final) : 0
    while (start < length) {
      let at = start
      let cellStart = start
      let cells = 1
      let breaks = 0
      let irregular = false
      let broken = false
      let open = false
      let unclosed = false
      for (;;) {
        let kind = kinds[bytes[at] as number]
        while (kind === 0) kind = kinds[bytes[++at] as number]
        if (kind === delimiterKind) {
          cells++
          cellStart = ++at
        } else if (kind === quoteKind) {
          if (at >= length) {
            open = !final
            break
          }
          if (at !== cellStart) {
            irregular = true
            at++
            continue
          }
          const before = breaks
          at++
          for (;;) {
            let byte = bytes[at]
            while (byte !== quote && byte !== lineFeed && byte !== carriageReturn) byte = bytes[++at]
            if (byte !== quote) {
              if (byte === carriageReturn && bytes[at + 1] === lineFeed && at + 1 < length) at++
              breaks++
              at++
            } else if (at < length && at + 1 < length && bytes[at + 1] === quote) at += 2
            else break
          }
          if (at >= length) {
            unclosed = true
            open = !final
            broken = final
            break
          }
          at++
          if (at < length && kinds[bytes[at] as number] === 0) {
            if (breaks > before) {
              broken = true
              break
            }
            irregular = true
          }
        } else {
          open = kind === returnKind && at + 1 === length && !final
          break
        }
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
    const size = end - start
    const blank = size === cells - 1 || (cells === 1 && isBlank(bytes, start, end))
    if (blank && shape !== brokenShape) return
    if (!this.headerSeen) {
      this.headerSeen = true
      return
    }
    this.counts.records++
    if (shape === brokenShape) this.reject('quote', bytes.subarray(start, end))
    else if (size > maxRecordBytes) this.reject('tooLong', bytes.subarray(start, start + keptBytes))
    else if (!valid && !this.options.isUtf8(bytes.subarray(start, end))) {
      this.reject('encoding', bytes.subarray(start, end))
    } else if (cells !== this.options.columns) this.reject('columnCount', bytes.subarray(start, end))
    else {
      if (breaks > 0) this.counts.multiline = true
      if (shape === irregularShape) this.writeIrregular(bytes.subarray(start, end))
      else this.write(bytes, start, end)
    }
  }

  private reject(reason: ScanRejection, bytes: Uint8Array): void {
    this.counts.rejected++
    this.options.onReject(this.line, reason, decoder.decode(bytes))
  }

  /** Writes the record again with every cell in proper quotes. */
  private writeIrregular(bytes: Uint8Array): void {
    const delimiter = String.fromCharCode(this.delimiter)
    const [cells = []] = parseRecords(decoder.decode(bytes), delimiter)
    const proper = encoder.encode(formatRecord(cells, delimiter))
    this.write(proper, 0, proper.length)
  }

  private write(bytes: Uint8Array, start: number, end: number): void {
    const needed = this.written + (end - start) + 24
    if (needed > this.output.length) {
      const larger = new Uint8Array(Math.max(needed, this.output.length * 2))
      larger.set(this.output.subarray(0, this.written))
      this.output = larger
    }
    const { output } = this
    let at = this.written
    let digits = 1
    for (let rest = this.line; rest >= 10; rest = (rest / 10) | 0) digits++
    let rest = this.line
    for (let index = at + digits - 1; index >= at; index--) {
      const tenth = (rest / 10) | 0
      output[index] = 48 + rest - tenth * 10
      rest = tenth
    }
    at += digits
    output[at++] = this.delimiter
    if (end - start > 256) {
      output.set(bytes.subarray(start, end), at)
      at += end - start
    } else for (let index = start; index < end; index++) output[at++] = bytes[index] as number
    output[at++] = lineFeed
    this.written = at
  }

  /** Passes over the rest of a record that is too long; returns where the next one starts. */
  private skipOverlong(bytes: Uint8Array, length: number, final: boolean): number {
    const feed = bytes.subarray(0, length).indexOf(lineFeed)
    if (feed < 0 && !final) return length
    if (this.headerSeen) {
      this.counts.records++
      this.reject('tooLong', this.overlong as Uint8Array)
    }
    this.headerSeen = true
    this.overlong = null
    this.line++
    return feed < 0 ? length : feed + 1
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== space && bytes[at] !== tab) return false
  return true
}
