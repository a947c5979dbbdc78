import { describe, expect, it } from 'vitest'
import { type IntervalRow, prepareIntervals } from './prepare-intervals'

const row = (id: string, low: number, value: number, high: number): IntervalRow => ({
  ...{ id, label: id, value, low, high, text: String(value), details: [] },
})

describe('prepareIntervals', () => {
  it('puts the reference, the values and their intervals on one axis', () => {
    const { rows, reference, ticks } = prepareIntervals([row('a', 0.5, 1, 1.5), row('b', -1, -0.5, 0)], {
      reference: 0,
      scale: 'linear',
      limit: 10,
    })
    expect(ticks.map(({ value }) => value)).toEqual([-1, -0.5, 0, 0.5, 1, 1.5])
    expect(reference).toBeCloseTo(0.4)
    expect(rows[0]).toMatchObject({ cutFrom: false, cutTo: false })
    expect(rows[0]!.at).toBeCloseTo(0.8)
    expect(rows[1]!.from).toBe(0)
    expect(rows[1]!.to).toBeCloseTo(0.4)
  })

  it('sets ratios apart by their logarithm: half and double are equally far from 1', () => {
    const { rows, reference } = prepareIntervals([row('a', 2, 2, 2), row('b', 0.5, 0.5, 0.5)], {
      reference: 1,
      scale: 'ratio',
      limit: 10,
    })
    expect(rows[0]!.at - reference).toBeCloseTo(reference - rows[1]!.at)
  })

  it('cuts an interval far beyond the values, and says so', () => {
    const { rows } = prepareIntervals([row('a', 0.1, 2, 5000)], { reference: 1, scale: 'ratio', limit: 10 })
    expect(rows[0]).toMatchObject({ cutTo: true, to: 1 })
  })

  it('keeps the first rows and counts all', () => {
    const all = Array.from({ length: 5 }, (_, i) => row(String(i), 0, i, i + 1))
    const { rows, total } = prepareIntervals(all, { reference: 0, scale: 'linear', limit: 3 })
    expect(rows.map(({ row }) => row.id)).toEqual(['0', '1', '2'])
    expect(total).toBe(5)
  })
})
