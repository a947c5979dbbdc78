import { describe, expect, it } from 'vitest'
import {
  agreeOnOrder,
  codePattern,
  judgeMark,
  judgeOrder,
  judgeSerial,
  judgeType,
  type TypeCounts,
} from './judge-column'

const none: TypeCounts = {
  ...{ filled: 100, email: 0, url: 0, date: 0, number: 0, percent: 0, boolean: 0 },
  ...{ currency: 0, country: 0, phone: 0, word: 0, digits: 0 },
}

describe('judgeType', () => {
  it('takes what four in five values can be read as', () => {
    expect(judgeType({ ...none, number: 80 }, 50)).toBe('number')
    expect(judgeType({ ...none, number: 79 }, 50)).toBe('text')
    expect(judgeType({ ...none, filled: 0 }, 0)).toBe('empty')
    expect(judgeType({ ...none, number: 100, percent: 90 }, 50)).toBe('percent')
  })

  it('wants more of what may be something else', () => {
    expect(judgeType({ ...none, date: 90, digits: 100, number: 100 }, 90)).toBe('number')
    expect(judgeType({ ...none, date: 96, digits: 100, number: 100 }, 90)).toBe('date')
    expect(judgeType({ ...none, country: 90, word: 100 }, 3)).toBe('text')
    expect(judgeType({ ...none, word: 100 }, 95)).toBe('id')
    expect(judgeType({ ...none, word: 100 }, 40)).toBe('text')
  })

  it('takes codes for ids though order lines repeat them, unless they are a few classes', () => {
    expect(judgeType({ ...none, word: 100 }, 40, 100)).toBe('id')
    expect(judgeType({ ...none, word: 100 }, 4, 100)).toBe('text')
    const code = new RegExp(`^(?:${codePattern})$`)
    const codes = ['C-1001', '#1001', 'P5', 'SKU_88A', '536365', '5.11E+18', '511000000000000001']
    expect(codes.filter((value) => !code.test(value))).toEqual([])
    expect(['Tea', 'green tea', '12.5', 'red-blue'].filter((value) => code.test(value))).toEqual([])
  })
})

describe('judgeOrder', () => {
  const counts = {
    yearFirst: 0,
    short: 10,
    firstAbove: 0,
    secondAbove: 0,
    firstYear: 0,
    firstDistinct: 4,
    secondDistinct: 2,
    unlike: 10,
    dotted: 0,
  }
  it('goes by the part above 12, however rare', () => {
    expect(judgeOrder({ ...counts, firstAbove: 1 })).toEqual({ format: { dates: 'dmy' }, ambiguous: null })
    expect(judgeOrder({ ...counts, firstAbove: 1, secondAbove: 7 }).format.dates).toBe('mdy')
  })
  it('asks nothing where both readings say the same, or points stand between the parts', () => {
    expect(judgeOrder({ ...counts, unlike: 0 }).ambiguous).toBeNull()
    const dotted = judgeOrder({ ...counts, dotted: 10, secondDistinct: 9 })
    expect(dotted).toEqual({ format: { dates: 'dmy' }, ambiguous: null })
  })
  it('asks where nothing decides', () => {
    expect(judgeOrder(counts)).toEqual({ format: { dates: 'dmy' }, ambiguous: 'dayMonth' })
    expect(judgeOrder({ ...counts, secondDistinct: 9 }).format.dates).toBe('mdy')
    expect(judgeOrder({ ...counts, short: 0 })).toEqual({ format: { dates: 'ymd' }, ambiguous: null })
    expect(judgeOrder({ ...counts, firstYear: 9 }).format.dates).toBe('ymd')
  })
})

describe('judgeMark and judgeSerial', () => {
  it('weigh what all numbers show', () => {
    expect(judgeMark({ comma: 2, point: 1, either: 9 })).toEqual({
      format: { decimalMark: ',' },
      ambiguous: null,
    })
    expect(judgeMark({ comma: 0, point: 0, either: 9 })).toEqual({
      format: { decimalMark: '.' },
      ambiguous: 'decimalMark',
    })
    expect(judgeSerial({ excel: 96, seconds: 0, milliseconds: 0 }, 100)).toEqual({ dates: 'excel' })
    expect(judgeSerial({ excel: 90, seconds: 0, milliseconds: 0 }, 100)).toEqual({})
  })
})

describe('agreeOnOrder', () => {
  const decided = { ambiguous: null, format: { dates: 'mdy' } } as const
  const open = { ambiguous: 'dayMonth', format: { dates: 'dmy' } } as const
  it('lets the columns of a file that show an order decide for the others', () => {
    expect(agreeOnOrder([open, decided])).toEqual([decided, decided])
    expect(agreeOnOrder([open])).toEqual([open])
  })
  it('still asks where they disagree', () => {
    const other = { ambiguous: null, format: { dates: 'dmy' } } as const
    expect(agreeOnOrder([open, decided, other])).toEqual([open, decided, other])
  })
})
