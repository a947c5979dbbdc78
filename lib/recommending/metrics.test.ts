import { describe, expect, it } from 'vitest'
import { judgeList, measureCoverage, measureGini, measureNovelty } from './metrics'

describe('judgeList', () => {
  it('judges a list worked by hand', () => {
    // hits at ranks 1 and 3 of 4, three relevant
    const judged = judgeList([7, 1, 8, 2], new Set([7, 8, 9]), 4)
    expect(judged.recall).toBeCloseTo(2 / 3, 12)
    expect(judged.precision).toBeCloseTo(1 / 2, 12)
    expect(judged.ndcg).toBeCloseTo((1 + 1 / 2) / (1 + 1 / Math.log2(3) + 1 / 2), 12)
    expect(judged.map).toBeCloseTo((1 + 2 / 3) / 3, 12)
    expect(judged.hit).toBe(1)
  })

  it('takes the best possible list as 1 even when more is relevant than fits', () => {
    const relevant = new Set([0, 1, 2, 3, 4])
    expect(judgeList([4, 2], relevant, 2)).toEqual({ recall: 0.4, precision: 1, ndcg: 1, map: 1, hit: 1 })
  })

  it('counts missing places of a short list as misses', () => {
    expect(judgeList([3], new Set([3]), 10)).toEqual({ recall: 1, precision: 0.1, ndcg: 1, map: 1, hit: 1 })
    expect(judgeList([], new Set([3]), 10)).toEqual({ recall: 0, precision: 0, ndcg: 0, map: 0, hit: 0 })
  })
})

describe('what is shown', () => {
  it('has a coverage, a novelty and a Gini coefficient', () => {
    const shown = Int32Array.of(3, 1, 0, 0)
    expect(measureCoverage(shown)).toBe(0.5)
    expect(measureNovelty(shown, [8, 2, 1, 1], 16)).toBeCloseTo((3 * 1 + 1 * 3) / 4, 12)
    // pairs differ by 2, 3, 3, 1, 1, 0: their sum ÷ (n² × mean)
    expect(measureGini(shown)).toBeCloseTo((2 * 10) / (2 * 16 * 1), 12)
    expect(measureGini([2, 2, 2])).toBeCloseTo(0, 12)
    expect(measureGini([0, 0])).toBe(0)
  })
})
