import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from './random'
import { selectRanks } from './select'

describe('selectRanks', () => {
  it('puts every wanted rank where sorting would', () => {
    const list = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 80,
    })
    fc.assert(
      fc.property(list, fc.array(fc.nat(), { maxLength: 5 }), (given, wanted) => {
        const ranks = [...new Set(wanted.map((n) => n % given.length))].sort((a, b) => a - b)
        const values = Float64Array.from(given)
        const sorted = values.slice().sort()
        selectRanks(values, ranks)
        for (const rank of ranks) expect(values[rank]).toBe(sorted[rank])
        expect(values.slice().sort()).toEqual(sorted)
      }),
    )
  })

  it.each([
    ['drawn', (i: number) => createRandom(i)()],
    ['ascending', (i: number) => i],
    ['descending', (i: number) => -i],
    ['nearly all equal', (i: number) => (i % 100 === 0 ? i : 0)],
    [
      'infinite at the ends',
      (i: number) => (i < 9 ? Number.NEGATIVE_INFINITY : i > 40_000 ? Infinity : i % 77),
    ],
  ])('is exact on 50,000 %s values', (_, draw) => {
    const values = Float64Array.from({ length: 50_000 }, (_, i) => draw(i))
    const sorted = values.slice().sort()
    const ranks = [0, 499, 500, 12_499, 24_999, 25_000, 37_499, 49_500, 49_999]
    selectRanks(values, ranks)
    expect(ranks.map((rank) => values[rank])).toEqual(ranks.map((rank) => sorted[rank]))
  })
})
