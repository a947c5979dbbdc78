import { describe, expect, it } from 'vitest'
import { guessDateOrder, guessDecimalMark } from './guess-formats'

describe('guessDateOrder', () => {
  it.each([
    [['2010-12-01', '2010-12-02'], 'ymd'],
    [['13/01/2010', '02/01/2010'], 'dmy'],
    [['01/13/2010', '01/02/2010'], 'mdy'],
    [['12/1/2010', '12/2/2010', '12/3/2010'], 'mdy'],
    [['1.12.2010', '2.12.2010'], 'dmy'],
    [['03/04/2010'], 'dmy'],
    [['', 'N/A'], 'ymd'],
    [['03.02.2026', '25.02.2026', '99.99.2026'], 'dmy'],
    [['85/03/05', '86/11/30'], 'ymd'],
  ])('%j is %s', (values, order) => {
    expect(guessDateOrder(values)).toBe(order)
  })
})

describe('guessDecimalMark', () => {
  it.each([
    [['1.50', '2.25'], '.'],
    [['1,50', '2,25'], ','],
    [['1.234,50'], ','],
    [['1,234.50'], '.'],
    [['1,234', '5,678'], '.'],
    [['1.234.567'], ','],
    [['€ 12,5'], ','],
    [['6', '', 'N/A'], '.'],
  ])('%j is %s', (values, mark) => {
    expect(guessDecimalMark(values)).toBe(mark)
  })
})
