import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecords } from './parse-records'
import { formatRecord, guardCell, unguardCell } from './write-record'

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', '=', '客', '👩') })

describe('formatRecord', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        expect(parseRecords(formatRecord(cells), ',')).toEqual([cells])
      }),
    )
  })
})

describe('guardCell', () => {
  it.each([
    '=1+1',
    '+SUM(1)',
    '-cmd',
    '@x',
    ' =1',
    '\u00a0=1',
    '\t1',
    '|x',
    '%x',
    '\0=1',
    '＝1',
    '\u200b=1',
    '\u202e＠x',
  ])('guards %j', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`)
  })
  it.each(['-5.00', '+3', 'a=b', '', '12,5', 'plain'])('leaves %j', (cell) => {
    expect(guardCell(cell)).toBe(cell)
  })
  it('is undone, whatever the cell', () => {
    const unit = fc.constantFrom("'", '=', '-', '1', ' ', '\t', '\n', '\0', '\u00a0', '\u200b', '＠', 'a')
    fc.assert(
      fc.property(fc.string({ unit }), (cell) => {
        const guarded = guardCell(cell)
        expect(unguardCell(guarded)).toBe(guarded === cell ? unguardCell(cell) : cell)
        if (!/^'/.test(cell)) expect(unguardCell(guarded)).toBe(cell)
      }),
    )
    expect(unguardCell(guardCell("'=1"))).toBe("'=1")
  })
})
