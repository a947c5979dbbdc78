import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecords } from './parse-records'
import { formatRecord, guardCell } from './write-record'

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
  it.each(['=1+1', '+SUM(1)', '-cmd', '@x', ' =1', '\u00a0=1', '\t1', '|x', '%x', '\0=1'])(
    'guards %j',
    (cell) => {
      expect(guardCell(cell)).toBe(`'${cell}`)
    },
  )
  it.each(['-5.00', '+3', 'a=b', '', '12,5', 'plain'])('leaves %j', (cell) => {
    expect(guardCell(cell)).toBe(cell)
  })
})
