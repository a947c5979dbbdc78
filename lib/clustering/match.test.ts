import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jaccardTable, matchSegments } from './match'

it('finds the same segments in another order', () => {
  expect(
    matchSegments([
      [0, 0, 50],
      [40, 0, 0],
      [0, 30, 0],
    ]),
  ).toEqual([2, 0, 1])
})

it('takes the pairs that share most together, not the first best one', () => {
  // greedy would pair 0–0 (60) and leave 1–1 (0); together 0–1 and 1–0 share 110
  const overlap = [
    [60, 55],
    [55, 0],
  ]
  expect(matchSegments(overlap)).toEqual([1, 0])
})

it('leaves those without a counterpart alone', () => {
  expect(matchSegments([[100, 10, 10, 10]])).toEqual([0])
  expect(matchSegments([[100], [10], [10]])).toEqual([0, null, null])
  // a segment that fell into five equal parts is none of them: Jaccard 0.2
  expect(matchSegments([[20, 20, 20, 20, 20]])).toEqual([null])
  expect(matchSegments([[], []])).toEqual([null, null])
  expect(matchSegments([[0, 0]])).toEqual([null])
  expect(matchSegments([])).toEqual([])
})

it('says how alike two segments are', () => {
  const [first, second] = jaccardTable([
    [30, 10],
    [0, 0],
  ])
  expect(first).toEqual([30 / 40, 10 / 40])
  expect(second).toEqual([0, 0])
})

it('counts a pair as the same from a Jaccard of 0.3', () => {
  expect(matchSegments([[30, 70]])).toEqual([1])
  expect(
    matchSegments([
      [30, 69],
      [0, 100],
    ]),
  ).toEqual([0, 1])
  expect(
    matchSegments([
      [29, 71],
      [0, 100],
    ]),
  ).toEqual([null, 1])
})

describe('beside trying every assignment', () => {
  const shared = (overlap: number[][], match: readonly (number | null)[]) =>
    match.reduce<number>((sum, j, i) => sum + (j === null ? 0 : overlap[i]![j]!), 0)

  function best(overlap: number[][], allowed: number[][], row = 0, used = new Set<number>()): number {
    if (row === overlap.length) return 0
    let most = best(overlap, allowed, row + 1, used)
    for (let j = 0; j < overlap[row]!.length; j++) {
      if (used.has(j) || allowed[row]![j]! < 0.3) continue
      most = Math.max(most, overlap[row]![j]! + best(overlap, allowed, row + 1, new Set(used).add(j)))
    }
    return most
  }

  it('shares as many customers, one to one', () => {
    const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([a, b]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: b, maxLength: b }), {
        minLength: a,
        maxLength: a,
      }),
    )
    fc.assert(
      fc.property(tables, (overlap) => {
        const match = matchSegments(overlap)
        const alike = jaccardTable(overlap)
        const chosen = match.filter((j) => j !== null)
        expect(new Set(chosen).size).toBe(chosen.length)
        for (const [i, j] of match.entries()) if (j !== null) expect(alike[i]![j]).toBeGreaterThanOrEqual(0.3)
        expect(shared(overlap, match)).toBe(best(overlap, alike))
      }),
      { numRuns: 300 },
    )
  })
})
