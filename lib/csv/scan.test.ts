import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnFlags } from './cell-flags'
import { type Dialect, delimiters, type Quote } from './dialect'
import { parseRecords, splitRecords } from './parse-records'
import { maxRecordBytes, RecordScanner, type ScanRejection } from './scan'
import { formatRecord } from './write-record'

type Scanned = {
  /** Clean records, each with its line number first. */
  clean: string[][]
  rejected: { line: number; reason: ScanRejection; text: string }[]
  records: number
  multiline: boolean
  output: string
  flags: ColumnFlags[]
}

const standard: Dialect = {
  delimiter: ',',
  quote: '"',
  escape: 'double',
  headerLine: 1,
  firstLine: 2,
  shortRows: 'reject',
}

/** Scans as a file is read: in blocks, the rest of each brought again. */
function scan(
  input: string | Uint8Array,
  columns: number,
  block = 1 << 12,
  changes: Partial<Dialect> = {},
): Scanned {
  const dialect: Dialect = { ...standard, ...changes }
  const source = typeof input === 'string' ? Buffer.from(input) : input
  const rejected: Scanned['rejected'] = []
  const onReject = (line: number, reason: ScanRejection, text: string) =>
    rejected.push({ line, reason, text })
  const scanner = new RecordScanner({ dialect, columns, isUtf8, onReject })
  const bytes = new Uint8Array(Math.min(maxRecordBytes, source.length) + 2 * block + 1)
  let [filled, at, output] = [0, 0, '']
  for (;;) {
    const next = source.subarray(at, at + block)
    bytes.set(next, filled)
    filled += next.length
    at += next.length
    const final = next.length === 0
    const done = scanner.scan(bytes, filled, final)
    bytes.copyWithin(0, done, filled)
    filled -= done
    output += Buffer.from(scanner.output.take()).toString()
    if (final) break
  }
  const { records, multiline, columns: flags } = scanner.result()
  return { clean: parseRecords(output, dialect.delimiter), rejected, records, multiline, output, flags }
}

describe('RecordScanner', () => {
  it('numbers records by their first line, across every kind of line end', () => {
    const { clean, multiline } = scan('a,b\r\n1,2\n\n3,"x\r\ny"\r4,5\n  \n,\n6,7', 2)
    expect(clean).toEqual([
      ['2', '1', '2'],
      ['4', '3', 'x\r\ny'],
      ['6', '4', '5'],
      ['9', '6', '7'],
    ])
    expect(multiline).toBe(true)
  })

  it('rejects records with too few or too many cells', () => {
    const { clean, rejected, records } = scan('a,b\n1\n1,2\n1,2,3\n', 2)
    expect(clean).toEqual([['3', '1', '2']])
    expect(rejected).toEqual([
      { line: 2, reason: 'columnCount', text: '1' },
      { line: 4, reason: 'columnCount', text: '1,2,3' },
    ])
    expect(records).toBe(3)
  })

  it('rejects bytes that are not UTF-8 and only the record they stand in', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,2\nJos'), Buffer.from([0xe9]), Buffer.from(',3\n4,5\n')])
    const { clean, rejected } = scan(bytes, 2)
    expect(clean.map(([, first]) => first)).toEqual(['1', '4'])
    expect(rejected).toEqual([{ line: 3, reason: 'encoding', text: 'Jos\ufffd,3' }])
  })

  it('gives up only the line in which a quote is never closed', () => {
    const { clean, rejected } = scan('a,b\n1,2\n"open,3\n4,5\n6,7\n', 2, 4)
    expect(clean.map(([line]) => line)).toEqual(['2', '4', '5'])
    expect(rejected).toEqual([{ line: 3, reason: 'quote', text: '"open,3' }])
  })

  it('does not let an open quote swallow the lines up to the next quoted cell', () => {
    const { clean, rejected } = scan('a,b\n"open,3\n4,5\n"x",7\n', 2)
    expect(clean.map(([, ...cells]) => cells)).toEqual([
      ['4', '5'],
      ['x', '7'],
    ])
    expect(rejected.map(({ reason }) => reason)).toEqual(['quote'])
  })

  it('writes quotes that stand free again in proper form', () => {
    expect(scan('a,b\n5" pipe,"x" y\n', 2).output).toBe('2,"5"" pipe","x y"\n')
  })

  it('rejects records too long to hold, with or without an open quote, and goes on', () => {
    const long = 'x'.repeat(maxRecordBytes + 10)
    const { clean, rejected } = scan(`a,b\n${long},1\n2,3\n4,"${long}\n5,6\n`, 2, 1 << 20)
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'tooLong'],
      [4, 'quote'],
    ])
    expect(clean).toEqual([
      ['3', '2', '3'],
      ['5', '5', '6'],
    ])
  })

  it.each(['a,b\nTotal,5\n1,2\n3,4\n5,6\n', 'a,b\nTotals due,5\n'])('keeps what is no footer: %j', (text) => {
    expect(scan(text, 2).rejected).toEqual([])
  })

  it.each([
    ['a,b\n1,2\nTotal,2\n', 3],
    ['a,b\n1,2\n,Grand Total:,,9\n', 3],
    ['a,b\n1,2\n"合计","2"\n\n', 3],
    ['a,b\n1,2\nTOTAL\nPage 1,\n,\n', 3],
  ])('rejects the total at the end of %j', (text, line) => {
    const { clean, rejected } = scan(text, 2, 3)
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([[line, 'total']])
    expect(clean[0]).toEqual(['2', '1', '2'])
  })

  it('leaves empty cells beyond the header away, and adds those that are missing where the file leaves them away', () => {
    const text = 'a,b\n1,2,,\n3,"4", \n5\n6,7,8\n'
    const padded = scan(text, 2, 8, { shortRows: 'pad' })
    expect(padded.output).toBe('2,1,2\n3,"3","4"\n4,5,\n')
    expect(padded.rejected).toEqual([{ line: 5, reason: 'columnCount', text: '6,7,8' }])
    expect(padded.flags.map(({ blank }) => blank)).toEqual([false, true])
    expect(scan(text, 2).rejected.map(({ line }) => line)).toEqual([4, 5])
  })

  it('leaves NUL bytes out of cells', () => {
    expect(scan('a,b\n1\0,"x\0"\n', 2).clean).toEqual([['2', '1', 'x']])
  })

  it('begins at the line of the first record, whatever stands before it', () => {
    const text = 'Report "x\r\n\n"a\nb",c\r1,2\n'
    expect(scan(text, 2, 2, { headerLine: 3, firstLine: 5 }).clean).toEqual([['5', '1', '2']])
    expect(scan('1,2\n', 2, 2, { headerLine: null, firstLine: 1 }).clean).toEqual([['1', '1', '2']])
  })

  it('reads other quotes and escapes, and writes RFC 4180', () => {
    const single = scan("a,b\n'x, y','it''s'\n5\" pipe,'\n'\n", 2, 5, { quote: "'" })
    expect(single.output).toBe('2,"x, y","it\'s"\n3,"5"" pipe","\n"\n')
    const escaped = scan('a,b\n"say \\"hi\\", \\\\","c:\\dir"\n', 2, 5, { escape: 'backslash' })
    expect(escaped.clean).toEqual([['2', 'say "hi", \\', 'c:\\dir']])
    const none = scan('a,b\n"open,5"\n"next,1\n', 2, 5, { quote: '' })
    expect(none.clean).toEqual([
      ['2', '"open', '5"'],
      ['3', '"next', '1'],
    ])
  })

  it('says of each column what its cells may be', () => {
    const of = (cell: string) => scan(`a,b\n${cell},z\n`, 2).flags[0]
    const flags = (blank: boolean, special: boolean, floatId: boolean) => ({ blank, special, floatId })
    for (const cell of ['x', '10', 'Null', 'naïve', '客户', 'a\u2019', '-5', '"q"', '10:00'])
      expect(of(cell)).toEqual(flags(false, false, false))
    for (const cell of ['', '""']) expect(of(cell)).toEqual(flags(true, false, false))
    for (const cell of ['NULL', '-', '\\N', '"n/a"']) expect(of(cell)).toEqual(flags(false, true, false))
    for (const cell of ['17850.0', '"1.0"']) expect(of(cell)).toEqual(flags(false, false, true))
    for (const cell of [' x', 'x\u3000', "'5", '"\t1.0 "', 'x" \u00a0'])
      expect(of(cell)).toEqual(flags(true, true, true))
    expect(scan('a,b\n1,NULL\n', 3, 9, { shortRows: 'pad' }).flags.map(({ blank }) => blank)).toEqual([
      ...[false, false, true],
    ])
  })

  const form = fc.record({
    delimiter: fc.constantFrom(...delimiters),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quote: fc.constantFrom<Quote>('"', "'"),
    escape: fc.constantFrom<Dialect['escape']>('double', 'backslash'),
  })

  it('gives back the cells of any table, however it is written and cut into blocks', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', "'", '\\', ',', ';', '\t', '|', '\n', '\r', ' ', 'é', '客', '👩'),
    })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(
      fc.property(table, form, fc.integer({ min: 1, max: 9 }), (rows, { lineEnd, ...format }, block) => {
        const lines = rows.map((row) => formatRecord(row, format.delimiter, format))
        const text = ['h', ...lines].join(lineEnd)
        expect(parseRecords(lines.join(lineEnd), format)).toEqual(rows)
        const { clean, rejected, records } = scan(text, rows[0]?.length ?? 1, block, format)
        expect(rejected).toEqual([])
        expect(records).toBe(rows.length)
        expect(clean.map(([, ...cells]) => cells)).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with splitRecords on any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', '"', "'", '\\', ',', '\n', '\r', ' ', '\0', '客'),
      maxLength: 40,
    })
    const formats = form.map((format) => ({ ...format, delimiter: ',' as const }))
    fc.assert(
      fc.property(text, formats, fc.integer({ min: 1, max: 7 }), (body, format, block) => {
        const { parsed } = splitRecords(body, format)
        const { clean, rejected, records } = scan(`h,h\n${body}`, 2, block, format)
        expect(records).toBe(parsed.length)
        const fitting = parsed.filter(({ cells, shape }) => {
          const blankRest = cells.slice(2).every((cell) => cell.trim() === '')
          return shape !== 'broken' && cells.length >= 2 && blankRest
        })
        expect(clean).toEqual(fitting.map(({ cells, line }) => [String(line + 1), ...cells.slice(0, 2)]))
        expect(clean.length + rejected.length).toBe(records)
      }),
      { numRuns: 3000 },
    )
  })
})
