import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
}

/** Scans as a file is read: in blocks, the rest of each brought again. */
function scan(input: string | Uint8Array, columns: number, block = 1 << 12, delimiter = ','): Scanned {
  const source = typeof input === 'string' ? Buffer.from(input) : input
  const rejected: Scanned['rejected'] = []
  const onReject = (line: number, reason: ScanRejection, text: string) =>
    rejected.push({ line, reason, text })
  const scanner = new RecordScanner({ delimiter, columns, isUtf8, onReject })
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
    output += Buffer.from(scanner.takeOutput()).toString()
    if (final) break
  }
  const { records, multiline } = scanner.counts
  return { clean: parseRecords(output, delimiter), rejected, records, multiline, output }
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

  it('gives back the cells of any table, however it is cut into blocks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '客', '\0', '👩') })
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, block) => {
        const width = rows[0]?.length ?? 1
        const text = [rows[0] ?? [], ...rows].map((row) => formatRecord(row)).join('\n')
        const { clean, rejected } = scan(text, width, block)
        expect(rejected).toEqual([])
        expect(clean.map(([, ...cells]) => cells)).toEqual(rows)
      }),
    )
  })

  it('agrees with splitRecords on any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', '"', ',', '\n', '\r', ' ', '客'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (body, block) => {
        const { records, broken } = splitRecords(body, ',')
        const { clean, rejected, records: counted } = scan(`h,h\n${body}`, 2, block)
        expect(counted).toBe(records.length)
        const accepted = clean.map(([, ...cells]) => cells)
        if (broken === null) expect(accepted).toEqual(records.filter((record) => record.length === 2))
        expect(accepted.length + rejected.length).toBe(counted)
      }),
      { numRuns: 2000 },
    )
  })
})
