import { readTimestamp } from './dates'
import { type Delimiter, type Dialect, delimiters, type Quote } from './dialect'
import { usesHeaderWords } from './header-words'
import { readNumber } from './numbers'
import { type ParsedRecord, splitRecords } from './parse-records'

/** characters of a block that are looked at */
const evidenceLength = 65_536
/** A delimiter with more columns wins over one that splits this little more evenly. */
const almostEven = 0.1
/** Share and number of short records from which on a file leaves empty cells at the end away. */
const [manyShort, fewestShort] = [0.05, 10]
/** Records below the header that say what its columns hold. */
const looked = 50
const typed = 0.8

export type FixedDialect = Partial<Pick<Dialect, 'delimiter' | 'quote' | 'headerLine'>>
type Format = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>
type Judged = { format: Format; columns: number; share: number; quoted: number; odd: number; records: number }

/** Whole lines of a block: one from amid a file begins and ends within a line. */
function wholeLines(block: string, index: number): string {
  const text = block.slice(0, evidenceLength)
  const start = index === 0 ? 0 : Math.max(text.search(/[\r\n]/), 0)
  const end =
    block.length > text.length || index > 0 ? Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) : -1
  return text.slice(start, end > start ? end : undefined)
}

/** The commonest number of cells. */
function commonWidth(records: readonly ParsedRecord[]): { width: number; count: number } {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = { width: 1, count: 0 }
  for (const [width, count] of counts) {
    if (count > best.count || (count === best.count && width > best.width)) best = { width, count }
  }
  return best
}

function judge(texts: readonly string[], format: Format): Judged {
  const records = texts.flatMap((text) => splitRecords(text, format).parsed)
  const { width, count } = commonWidth(records)
  return {
    format,
    columns: width,
    share: count / Math.max(records.length, 1),
    quoted: records.reduce((sum, record) => sum + record.quoted, 0),
    odd: records.filter(({ shape }) => shape !== 'regular').length,
    records: records.length,
  }
}

/** The delimiter that splits all of the evidence most evenly into more than one column; a comma when none does. */
function chooseDelimiter(texts: readonly string[], quote: Quote): Judged {
  const formats = delimiters.map((delimiter): Format => ({ delimiter, quote, escape: 'double' }))
  let best: Judged | null = null
  for (const judged of formats.map((format) => judge(texts, format))) {
    if (judged.columns < 2) continue
    const better =
      !best ||
      judged.share > best.share + almostEven ||
      (judged.share > best.share - almostEven && judged.columns > best.columns)
    if (better) best = judged
  }
  return best ?? judge(texts, { delimiter: ',', quote, escape: 'double' })
}

/** Single quotes and backslashes are believed only where they explain what double quotes leave odd. */
function chooseQuoting(texts: readonly string[], usual: Judged, fixed: FixedDialect): Format {
  const { delimiter } = usual.format
  const quote = fixed.quote ?? '"'
  const tried: Format[] = [{ delimiter, quote, escape: 'backslash' }]
  if (fixed.quote === undefined) tried.push({ delimiter, quote: "'", escape: 'double' })
  let best = usual
  for (const judged of tried.map((format) => judge(texts, format))) {
    const single = judged.format.quote === "'" && quote !== "'"
    const believed = single
      ? best.quoted === 0 &&
        judged.quoted >= 2 &&
        judged.odd <= judged.records / 100 &&
        judged.share >= best.share
      : judged.odd < best.odd && judged.share >= best.share
    if (believed) best = judged
  }
  return best.format
}

const isNumber = (cell: string) =>
  /[0-9]/.test(cell) && (['.', ','] as const).some((mark) => readNumber(cell.trim(), mark) !== null)
const isDate = (cell: string) =>
  /[0-9]/.test(cell) && (['ymd', 'dmy', 'mdy'] as const).some((style) => readTimestamp(cell.trim(), style))
const isEmail = (cell: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell.trim())
const cellTests = [isNumber, isDate, isEmail]

/** Whether a record is like those below it, and not what they are called. */
function looksLikeData(first: ParsedRecord, below: readonly ParsedRecord[]): boolean {
  if (below.length === 0 || usesHeaderWords(first.cells)) return false
  let [alike, different] = [0, 0]
  for (const [column, cell] of first.cells.entries()) {
    const values = below.map(({ cells }) => cells[column]?.trim() ?? '').filter((value) => value !== '')
    const test = cellTests.find(
      (each) => values.length > 0 && values.filter(each).length >= typed * values.length,
    )
    if (!test || cell.trim() === '') continue
    if (test(cell)) alike++
    else different++
  }
  return alike > 0 && different === 0
}

const filledCells = ({ cells }: ParsedRecord) => cells.filter((cell) => cell.trim() !== '').length

/** Position of the first record that belongs to the table: the header, or the first one below titles and notes. */
function findTable(records: readonly ParsedRecord[], width: number): number {
  const wide = records.findIndex(({ cells }) => cells.length >= width)
  for (let at = Math.max(wide, 0); at < records.length; at++) {
    const [record, next] = [records[at], records[at + 1]]
    if (!record || !next) return at
    const isTitle = width > 2 && filledCells(record) === 1 && filledCells(next) > 1
    if (record.cells.length >= width && !isTitle) return at
  }
  return Math.max(wide, 0)
}

const linesOf = ({ cells }: ParsedRecord) => 1 + (cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0)

function isShort(records: readonly ParsedRecord[], width: number): boolean {
  const short = records.filter(({ cells }) => cells.length < width).length
  return short >= fewestShort && short > manyShort * records.length
}

/** The delimiter that Excel's first line `sep=;` names. */
function namedDelimiter(text: string): Delimiter | null {
  const [, named] = /^"?sep=(.)"?(?:[\r\n]|$)/i.exec(text) ?? []
  return delimiters.find((delimiter) => delimiter === named) ?? null
}

/**
 * How the records of a file are written, by blocks of its text from the beginning and from all over it; `fixed` is what
 * its user says. Titles and notes above the header are told from it; a first record that is like those below it is no
 * header.
 */
export function detectDialect(blocks: readonly string[], fixed: FixedDialect = {}): Dialect {
  const texts = blocks.map(wholeLines)
  const [head = ''] = texts
  const named = namedDelimiter(head)
  const delimiter = fixed.delimiter ?? named
  const usual = delimiter
    ? judge(texts, { delimiter, quote: fixed.quote ?? '"', escape: 'double' })
    : chooseDelimiter(texts, fixed.quote ?? '"')
  const format = chooseQuoting(texts, usual, fixed)
  const all = texts.flatMap((text) => splitRecords(text, format).parsed)
  const { parsed } = splitRecords(head, format)
  const records = named ? parsed.filter(({ line }) => line > 1) : parsed
  const { width } = commonWidth(all)
  const asked = fixed.headerLine
  const start = asked ? records.findIndex(({ line }) => line >= asked) : findTable(records, width)
  const first = records[start]
  const below = records.slice(start + 1, start + 1 + looked)
  const headless =
    asked === null || (asked === undefined && first !== undefined && looksLikeData(first, below))
  if (!first)
    return { ...format, headerLine: headless ? null : 1, firstLine: headless ? 1 : 2, shortRows: 'reject' }
  if (headless) return { ...format, headerLine: null, firstLine: first.line, shortRows: 'pad' }
  return {
    ...format,
    headerLine: first.line,
    firstLine: records[start + 1]?.line ?? first.line + linesOf(first),
    shortRows: isShort(all, first.cells.length) ? 'pad' : 'reject',
  }
}
