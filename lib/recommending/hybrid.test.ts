import { describe, expect, it } from 'vitest'
import { scoresOf } from './four-by-five.fixture'
import { createBlendScorer, listBlends } from './hybrid'
import { splitByTime } from './split'

describe('listBlends', () => {
  it('shares all there is among the parts in every way', () => {
    expect(listBlends(2, 2)).toEqual([
      [1, 0],
      [0.5, 0.5],
      [0, 1],
    ])
    expect(listBlends(3, 4)).toHaveLength(15)
    expect(listBlends(3, 10).every((blend) => Math.abs(blend.reduce((a, b) => a + b) - 1) < 1e-12)).toBe(true)
    expect(listBlends(1, 5)).toEqual([[1]])
  })
})

describe('createBlendScorer', () => {
  const fixed = (scores: number[], reason: number) => ({
    score: (_: number, into: Float64Array) =>
      scores.forEach((score, item) => {
        into[item]! += score
      }),
    reasons: () => [{ item: reason, share: 1 }],
  })
  const blend = createBlendScorer(3, [
    { scorer: fixed([100, 50, 0], 0), weight: 0.5 },
    { scorer: fixed([0, 1, 2], 1), weight: 0.5 },
    { scorer: fixed([9, 9, 9], 2), weight: 0 },
  ])

  it('brings each part to one scale before it weighs them', () => {
    expect(scoresOf(blend, 0, 3)).toEqual([0.5, 0.5, 0.5])
  })

  it('gives the reasons of the part that gave most', () => {
    expect(blend.strongestPart(0, 0)).toBe(0)
    expect(blend.strongestPart(0, 2)).toBe(1)
    expect(blend.reasons?.(0, 2, 1)).toEqual([{ item: 1, share: 1 }])
  })

  it('is nothing where no part knows anything', () => {
    const silent = createBlendScorer(2, [{ scorer: fixed([0, 0], 0), weight: 1 }])
    expect(scoresOf(silent, 0, 2)).toEqual([0, 0])
  })
})

describe('splitByTime', () => {
  it('keeps the order of time, one time together', () => {
    const times = Float64Array.of(5, 1, 2, 3, 4, 6, 7, 8, 9, 9)
    expect(splitByTime(times, { validation: 0.2, test: 0.2 })).toEqual({ validationFrom: 7, testFrom: 9 })
  })

  it('refuses shares that leave nothing to train on', () => {
    expect(() => splitByTime(Float64Array.of(1), { validation: 0.5, test: 0.5 })).toThrow(RangeError)
    expect(() => splitByTime(new Float64Array(0))).toThrow(RangeError)
  })
})
