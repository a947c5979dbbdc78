import { describe, expect, it } from 'vitest'
import { estimateWidth, wrapText } from './wrap-text'

const perCharacter = (text: string) => [...text].length

describe('wrapText', () => {
  it('breaks at spaces and keeps words whole', () => {
    expect(wrapText('share of net revenue', 9, perCharacter)).toEqual(['share of', 'net', 'revenue'])
  })

  it('breaks Chinese between characters', () => {
    expect(wrapText('高价值回头客与新客', 4, perCharacter)).toEqual(['高价值回', '头客与新', '客'])
  })

  it('puts a word that is too wide on its own line', () => {
    expect(wrapText('a extraordinarily b', 5, perCharacter)).toEqual(['a', 'extraordinarily', 'b'])
  })

  it('ends with an ellipsis when lines are left out', () => {
    expect(wrapText('one two three four', 5, perCharacter, 2)).toEqual(['one', 'two…'])
    expect(wrapText('one twelve x', 6, perCharacter, 2)).toEqual(['one', 'twelv…'])
  })

  it('has no lines for an empty text', () => {
    expect(wrapText('  ', 10, perCharacter)).toEqual([])
  })
})

describe('estimateWidth', () => {
  it('counts Han characters as squares and others as about half', () => {
    expect(estimateWidth('客户', 12)).toBe(24)
    expect(estimateWidth('12%', 12)).toBe(21)
    expect(estimateWidth('', 12)).toBe(0)
  })
})
