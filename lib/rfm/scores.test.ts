import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findBounds,
  meanBound,
  placeCustomers,
  quantileBounds,
  type RfmAxis,
  rfmAxes,
  scoreColumn,
  sumCells,
} from './scores'

const boundsOf = (axis: RfmAxis, values: readonly number[], bins: number) =>
  quantileBounds(axis, Float64Array.from(values).sort(), bins)
const score = (axis: RfmAxis, values: number[], bins: number) => {
  return [...scoreColumn(axis, boundsOf(axis, values, bins), Float64Array.from(values))]
}
const repeat = (value: number, times: number) => new Array<number>(times).fill(value)

describe('quantileBounds', () => {
  it('makes equal groups of different values, few days best', () => {
    const values = [7, 1, 9, 3, 5, 2, 8, 10, 4, 6]
    expect(boundsOf('frequency', values, 5)).toEqual([3, 5, 7, 9])
    expect(score('frequency', values, 5)).toEqual([4, 1, 5, 2, 3, 1, 4, 5, 2, 3])
    expect(boundsOf('recency', values, 5)).toEqual([8, 6, 4, 2])
    expect(score('recency', values, 5)).toEqual([2, 5, 1, 4, 3, 5, 2, 1, 4, 3])
  })

  it('keeps a group that does not divide evenly no larger than its share of the worse allows', () => {
    // of 7, score 2 needs 3.5 worse: the fifth from below is the first
    expect(boundsOf('monetary', [1, 2, 3, 4, 5, 6, 7], 2)).toEqual([5])
  })

  it('scores everybody with one purchase alike, and leaves the scores in between empty', () => {
    const values = [...repeat(1, 60), ...repeat(2, 20), ...repeat(3, 10), ...repeat(7, 10)]
    expect(boundsOf('frequency', values, 5)).toEqual([2, 2, 2, 3])
    expect([...new Set(score('frequency', values, 5))]).toEqual([1, 4, 5])
  })

  it('gives no best score where too few are worse', () => {
    // 40 % bought on the last day: only 60 % are worse
    const values = [...repeat(0, 40), ...repeat(10, 30), ...repeat(20, 30)]
    expect(boundsOf('recency', values, 5)).toEqual([10, 0, 0, null])
    expect([...new Set(score('recency', values, 5))]).toEqual([4, 2, 1])
  })

  it('has one score for equal customers, and none for nobody', () => {
    expect(boundsOf('frequency', repeat(3, 9), 4)).toEqual([null, null, null])
    expect(boundsOf('recency', [], 4)).toEqual([null, null, null])
  })

  it('is, for every customer, how many are strictly worse, whatever the order of rows', () => {
    const cases = fc.tuple(
      fc.constantFrom(...rfmAxes),
      fc.array(fc.oneof(fc.integer({ min: -3, max: 6 }), fc.double({ noNaN: true, min: -9, max: 9 })), {
        minLength: 1,
        maxLength: 60,
      }),
      fc.integer({ min: 2, max: 5 }),
    )
    fc.assert(
      fc.property(cases, ([axis, values, bins]) => {
        const sign = axis === 'recency' ? -1 : 1
        const expected = values.map((value) => {
          const worse = values.filter((other) => sign * other < sign * value).length
          return Math.floor((bins * worse) / values.length) + 1
        })
        expect(score(axis, values, bins)).toEqual(expected)
        expect(score(axis, [...values].reverse(), bins)).toEqual(expected.reverse())
      }),
    )
  })
})

describe('meanBound', () => {
  it('puts those at the mean with those above', () => {
    const values = Float64Array.of(1, 2, 3)
    const bounds = meanBound(values)
    expect([...scoreColumn('frequency', bounds, values)]).toEqual([1, 2, 2])
    expect([...scoreColumn('recency', bounds, values)]).toEqual([2, 2, 1])
  })

  it('keeps equal customers together, though their sum is rounded', () => {
    const values = Float64Array.from(repeat(0.1, 3))
    expect([...scoreColumn('monetary', meanBound(values), values)]).toEqual([2, 2, 2])
    expect(meanBound(new Float64Array(0))).toEqual([null])
  })
})

it('places customers on two and three axes, and counts them', () => {
  const columns = {
    recency: Float64Array.of(1, 50, 100),
    frequency: Float64Array.of(1, 9, 1),
    monetary: Float64Array.of(10, -5, 30),
  }
  const bounds = { recency: [50], frequency: [2], monetary: [10] }
  expect([...placeCustomers(columns, bounds, { bins: 2, axes: 'rf' })]).toEqual([2, 3, 0])
  const places = placeCustomers(columns, bounds, { bins: 2, axes: 'rfm' })
  expect([...places]).toEqual([5, 6, 1])
  const unreached = { recency: [50, null], frequency: [2, 9], monetary: [null, null] }
  expect([...placeCustomers(columns, unreached, { bins: 3, axes: 'rfm' })]).toEqual([9, 15, 0])
  const scored = rfmAxes.map((axis) => scoreColumn(axis, unreached[axis], columns[axis])[1])
  expect(scored).toEqual([2, 3, 1])
  expect(sumCells(places, columns.monetary, 8)[6]).toEqual({ customers: 1, revenue: -5 })
})

// Fader, Hardie and Lee (2005): customers of the CDNOW sample by repeat purchases in the first 39 weeks, 0 … 6 and 7 or more
const file = new URL('../../../shared/data/cdnow/cdnow_customers_summary.csv', import.meta.url)
describe.skipIf(!existsSync(file))('CDNOW', () => {
  const repeats = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => Number(line.split(',')[1]))

  it('scores as the published counts of repeat purchases demand', () => {
    const published = [1411, 439, 214, 100, 62, 38, 29, 64]
    const purchases = Float64Array.from(repeats(), (count) => count + 1)
    expect(published.map((_, i) => purchases.filter((n) => Math.min(n, 8) === i + 1).length)).toEqual(
      published,
    )
    // 1,411 of 2,357 (59.9 %) have one purchase: less than three fifths are worse than those with two
    const columns = { recency: purchases, frequency: purchases, monetary: purchases }
    const bounds = findBounds(columns, { scoring: 'quantiles', bins: 5 }).frequency
    expect(bounds).toEqual([2, 2, 3, 4])
    const sizes = [0, 0, 0, 0, 0]
    for (const score of scoreColumn('frequency', bounds, purchases)) sizes[score - 1]!++
    expect(sizes).toEqual([1411, 0, 439, 214, 100 + 62 + 38 + 29 + 64])
  })
})
