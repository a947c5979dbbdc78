import iconv from 'iconv-lite'
import { formatRecord } from '@/lib/csv/write-record'

// The ways in which the Pollock benchmark (Vitagliano et al., VLDB 2023) pollutes a well-formed file, on a table of our
// own: each file is generated, none is taken from the benchmark.

export type PollutedFile = {
  name: string
  bytes: Uint8Array
  /** What a reader is to make of it. */
  header: string[]
  records: string[][]
  /** Numbers of records that a careful reader may refuse with a reason instead (1 = the first): cells cannot be told apart. */
  refusable: number[]
}

const header = ['order_id', 'order_date', 'customer', 'quantity', 'price', 'description', 'comment']
const rowsMade = 84

function makeRecords(): string[][] {
  return Array.from({ length: rowsMade }, (_, n) => [
    `A-${1000 + n}`,
    `2024-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    `Customer ${n % 17}`,
    String(1 + (n % 5)),
    `${n}.${String((n * 37) % 100).padStart(2, '0')}`,
    n % 9 === 0 ? `Mug "${n}", blue; large` : `Tea no ${n}`,
    n % 14 === 0 ? `first line\nsecond line ${n}` : `note ${n}`,
  ])
}

const plain = makeRecords()

type Written = { delimiter?: string; quote?: string; escape?: string; end?: string; lastEnd?: boolean }

function writeCell(cell: string, { delimiter = ',', quote = '"', escape: mark = quote }: Written): string {
  const needs = [delimiter, quote, '\n', '\r'].some((part) => part !== '' && cell.includes(part))
  if (!needs || quote === '') return cell
  const inside = mark === quote ? cell : cell.replaceAll(mark, mark + mark)
  return quote + inside.replaceAll(quote, mark + quote) + quote
}

function writeTable(records: readonly string[][], written: Written = {}): string {
  const { delimiter = ',', end = '\n', lastEnd = true } = written
  const lines = records.map((record) => record.map((cell) => writeCell(cell, written)).join(delimiter))
  return lines.join(end) + (lastEnd ? end : '')
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const withHeader = (records: readonly string[][] = plain) => [header, ...records]

function file(name: string, text: string | Uint8Array, expected: Partial<PollutedFile> = {}): PollutedFile {
  const bytes = typeof text === 'string' ? utf8(text) : text
  return { name, bytes, header, records: plain, refusable: [], ...expected }
}

/** Without what a pollution cannot carry: no quotes, no line breaks within cells. */
const simple = plain.map((record) => record.map((cell) => cell.replaceAll('\n', ' ').replaceAll('"', '')))
const noCommas = simple.map((record) => record.map((cell) => cell.replaceAll(/[,;]/g, '')))

function wholeFiles(): PollutedFile[] {
  const generated = header.map((_, column) => `Column ${column + 1}`)
  const accents = plain.map((record, n) => record.map((cell, c) => (c === 2 ? `Café Zoë ${n}` : cell)))
  const chinese = plain.map((record, n) => record.map((cell, c) => (c === 2 ? `北京市朝阳区客户${n}` : cell)))
  return [
    file('source', writeTable(withHeader())),
    file('no_trailing_newline', writeTable(withHeader(), { lastEnd: false })),
    file('double_trailing_newline', `${writeTable(withHeader())}\n`),
    file('header_only', writeTable([header]), { records: [] }),
    file('one_data_row', writeTable(withHeader(plain.slice(1, 2))), { records: plain.slice(1, 2) }),
    file('no_header', writeTable(plain), { header: generated }),
    file('preamble_1', `Export of the shop\n${writeTable(withHeader())}`),
    file('preamble_3', `Export of the shop\nMade on 2024-05-01\n\n${writeTable(withHeader())}`),
    file('preamble_commas', `Export of the shop,,,,,,\n,,,,,,\n${writeTable(withHeader())}`),
    file('footer_total', `${writeTable(withHeader())}Total,,,,3486.00,,\n`),
    file('footer_note', `${writeTable(withHeader())}\nEnd of the export\n`),
    file('bom', utf8(`\ufeff${writeTable(withHeader())}`)),
    ...['utf-16le', 'utf-16be'].map((encoding) =>
      file(
        `encoding_${encoding}`,
        iconv.encode(writeTable(withHeader(accents)), encoding, { addBOM: true }),
        {
          records: accents,
        },
      ),
    ),
    file('encoding_windows-1252', iconv.encode(writeTable(withHeader(accents)), 'windows-1252'), {
      records: accents,
    }),
    ...['gb18030', 'utf-8'].map((encoding) =>
      file(`encoding_chinese_${encoding}`, iconv.encode(writeTable(withHeader(chinese)), encoding), {
        records: chinese,
      }),
    ),
    ...['\r\n', '\r'].map((end) =>
      file(`record_delimiter_${end === '\r' ? 'cr' : 'crlf'}`, writeTable(withHeader(), { end })),
    ),
    file(
      'record_delimiter_mixed',
      withHeader()
        .map((record, n) => writeTable([record], { end: n % 2 ? '\n' : '\r\n' }))
        .join(''),
    ),
    ...[';', '\t', '|'].map((delimiter) =>
      file(`field_delimiter_${JSON.stringify(delimiter)}`, writeTable(withHeader(), { delimiter })),
    ),
    file('field_delimiter_comma_space', writeTable(withHeader(noCommas), { delimiter: ', ' }), {
      records: noCommas,
    }),
    file('quotation_single', writeTable(withHeader(), { quote: "'" })),
    file(
      'quotation_all',
      withHeader()
        .map((record) => `${formatRecord(record)}\n`)
        .join(''),
    ),
    file('quotation_none', writeTable(withHeader(noCommas), { quote: '' }), { records: noCommas }),
    file('escape_backslash', writeTable(withHeader(), { escape: '\\' })),
    file('header_multirow', writeTable([header, header.map((name) => `${name} (unit)`), ...plain]), {
      records: [header.map((name) => `${name} (unit)`), ...plain],
      refusable: [1],
    }),
    file('two_tables_same', `${writeTable(withHeader())}\n${writeTable(withHeader(plain.slice(0, 10)))}`, {
      records: [...plain, header, ...plain.slice(0, 10)],
      refusable: Array.from({ length: 11 }, (_, n) => plain.length + 1 + n),
    }),
    file('two_tables_narrow', `${writeTable(withHeader())}\nname,value\nx,1\ny,2\n`, {
      records: [...plain, ['name', 'value'], ['x', '1'], ['y', '2']],
      refusable: [1, 2, 3].map((n) => plain.length + n),
    }),
    file('wide_500', writeTable(widen(500)), { header: widen(500)[0] ?? [], records: widen(500).slice(1) }),
  ]
}

function widen(columns: number): string[][] {
  return Array.from({ length: 21 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (row === 0 ? `field ${column}` : `${row * column}`)),
  )
}

/** One record polluted, each in turn: what the benchmark does at every row and column. */
function oneRecord(row: number): PollutedFile[] {
  const record = plain[row] as string[]
  const replaced = (text: string) =>
    [writeTable([header, ...plain.slice(0, row)]), `${text}\n`, writeTable(plain.slice(row + 1))].join('')
  const written = (cells: string[]) => cells.map((cell) => writeCell(cell, {})).join(',')
  const number = row + 1
  const changed = (cells: string[]) => [...plain.slice(0, row), cells, ...plain.slice(row + 1)]
  const column = 1 + (row % (header.length - 2))
  const shorter = record.filter((_, index) => index !== column)
  const longer = [...record.slice(0, column), 'extra', ...record.slice(column)]
  const inner = record.map((cell, index) => (index === 2 ? `Customer "${row}` : cell))
  return [
    file(`row_${number}_less_cells`, replaced(written(shorter)), {
      records: changed(shorter),
      refusable: [number],
    }),
    file(`row_${number}_more_cells`, replaced(written(longer)), {
      records: changed(longer),
      refusable: [number],
    }),
    file(`row_${number}_empty_extra_cells`, replaced(`${written(record)},,`)),
    file(`row_${number}_other_delimiter`, replaced(record.map((cell) => writeCell(cell, {})).join(';')), {
      records: changed(record),
      refusable: [number],
    }),
    file(
      `row_${number}_extra_quote`,
      replaced(inner.map((cell, i) => (i === 2 ? cell : writeCell(cell, {}))).join(',')),
      {
        records: changed(inner),
        refusable: [number],
      },
    ),
  ]
}

/** Every polluted file of the test. */
export function makePollutedFiles(): PollutedFile[] {
  return [...wholeFiles(), ...Array.from({ length: rowsMade }, (_, row) => oneRecord(row)).flat()]
}
