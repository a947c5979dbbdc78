import { describe, expect, it } from 'vitest'
import { readList, readNumber } from './read-fields'

describe('readList', () => {
  it('takes numbers by line or comma, once each', () => {
    expect(readList(' P1, P2\nP3，P1 ;P4\n\n', false)).toEqual(['P1', 'P2', 'P3', 'P4'])
  })

  it('takes names by line, with their commas', () => {
    expect(readList('Food, drinks\r\n Home ', true)).toEqual(['Food, drinks', 'Home'])
  })
})

it('takes numbers from 0 on, nothing else', () => {
  expect(['12.5', '0', '', ' ', '-1', 'x'].map(readNumber)).toEqual([12.5, 0, null, null, null, null])
})
