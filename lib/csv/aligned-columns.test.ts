import { describe, expect, it } from 'vitest'
import { isAligned, splitAligned } from './aligned-columns'

describe('isAligned', () => {
  it('knows a table set apart by blanks from text', () => {
    const table = [
      '00004 0001 19970101  2   29.33',
      ' 00004 0001 19970118  2   29.73',
      '00021 2 19970101 3 63.34',
    ]
    expect(isAligned([...table, ...table])).toBe(true)
    expect(isAligned([...table, ...table, 'a b, c d e'])).toBe(false)
    expect(isAligned(['one two', 'one two three', 'one two', 'a b', 'c d'])).toBe(false)
    expect(isAligned(['a', 'b', 'c', 'd', 'e', 'f'])).toBe(false)
    expect(isAligned(table)).toBe(false)
  })

  it('splits at any number of blanks', () => {
    expect(splitAligned('  00004 0001   2 29.33 ')).toEqual(['00004', '0001', '2', '29.33'])
  })
})
