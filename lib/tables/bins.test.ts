import { describe, expect, it } from 'vitest'
import { chooseEdges, chooseUnit, fillEdges, fillUnits, nextStart } from './bins'

describe('bins of days', () => {
  it.each([
    ['2024-01-01', '2024-01-01', 'day'],
    ['2024-01-01', '2024-01-16', 'day'],
    ['2024-01-01', '2024-03-31', 'week'],
    ['2024-01-01', '2024-12-31', 'month'],
    ['2023-01-01', '2025-12-31', 'quarter'],
    ['2010-01-01', '2020-12-31', 'year'],
    ['1930-05-01', '2008-12-31', 'decade'],
  ])('from %s to %s are of a %s', (first, last, unit) => {
    expect(chooseUnit(first, last)).toBe(unit)
  })

  it('keep the units that hold none', () => {
    const counts = [
      { start: '2023-11-01', rows: 2 },
      { start: '2024-02-01', rows: 1 },
    ]
    expect(fillUnits(counts, 'month').map(({ from, rows }) => [from, rows])).toEqual([
      ['2023-11-01', 2],
      ['2023-12-01', 0],
      ['2024-01-01', 0],
      ['2024-02-01', 1],
    ])
    expect(fillUnits([], 'month')).toEqual([])
    expect(nextStart('2024-02-26', 'week')).toBe('2024-03-04')
    expect(nextStart('1990-01-01', 'decade')).toBe('2000-01-01')
  })
})

describe('bins of numbers', () => {
  it('have round edges that cover all values', () => {
    const edges = chooseEdges({ min: 3, max: 98, p01: 4, p99: 97, whole: true })
    expect(edges[0]).toBeLessThanOrEqual(3)
    expect(edges.at(-1)).toBeGreaterThanOrEqual(98)
    expect(edges.every((edge) => edge % 10 === 0)).toBe(true)
  })

  it('keep a few far values in bins without an end', () => {
    const edges = chooseEdges({ min: 0, max: 168_000, p01: 1, p99: 90, whole: false })
    expect(edges.at(-1)).toBeLessThanOrEqual(100)
    const counts = new Map([
      [1, 5],
      [edges.length, 2],
    ])
    const bins = fillEdges(counts, edges, 168_000)
    expect(bins.at(-1)).toEqual({ from: edges.at(-1), to: null, rows: 2 })
    expect(bins[0]).toEqual({ from: edges[0], to: edges[1], rows: 5 })
    expect(bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(7)
  })

  it('count the largest value in the last bin', () => {
    const bins = fillEdges(new Map([[3, 1]]), [0, 10, 20], 20)
    expect(bins).toEqual([
      { from: 0, to: 10, rows: 0 },
      { from: 10, to: 20, rows: 1 },
    ])
  })
})
