import { describe, expect, it } from 'vitest'
import { findCompanions } from './bought-together'
import { buildInteractions } from './interactions'

/** Baskets of item numbers. */
function build(baskets: number[][], items: number) {
  const entries = baskets.flatMap((basket, row) => basket.map((item) => [row, item] as const))
  return buildInteractions(baskets.length, items, {
    user: Int32Array.from(entries, ([row]) => row),
    item: Int32Array.from(entries, ([, item]) => item),
    weight: new Float64Array(entries.length).fill(1),
  })
}
const times = (count: number, basket: number[]) => Array.from({ length: count }, () => basket)

describe('findCompanions', () => {
  // tea 0, cup 1, milk 2, rare 3
  const baskets = build(
    [
      ...times(10, [0, 1]),
      ...times(5, [0]),
      ...times(5, [1]),
      ...times(60, [2]),
      ...times(20, [1, 2]),
      [0, 3],
      [0, 3],
    ],
    4,
  )

  it('has support, confidence and lift', () => {
    const [companion, ...others] = findCompanions(baskets)[0]!
    expect(others).toEqual([])
    expect(companion).toMatchObject({ item: 1, baskets: 10 })
    expect(companion?.support).toBeCloseTo(10 / 102, 12)
    expect(companion?.confidence).toBeCloseTo(10 / 17, 12)
    expect(companion?.lift).toBeCloseTo(10 / 17 / (35 / 102), 12)
    expect(companion?.low).toBeGreaterThan(1)
  })

  it('leaves out what happens no more often than by chance, and what happened twice', () => {
    expect(findCompanions(baskets)[2]).toEqual([])
    expect(findCompanions(baskets)[3]).toEqual([])
    expect(findCompanions(baskets, { leastBaskets: 2 })[3]?.map(({ item }) => item)).toEqual([0])
  })

  it('has nothing for a single product', () => {
    expect(findCompanions(build(times(4, [0]), 1))).toEqual([[]])
  })
})
