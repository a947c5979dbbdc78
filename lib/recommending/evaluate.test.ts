import { describe, expect, it } from 'vitest'
import { bootstrapDifference, bootstrapMean } from './bootstrap'
import { createEaseScorer, fitEase } from './ease'
import { evaluate, meanOf } from './evaluate'
import { fourByFive, scoresOf } from './four-by-five.fixture'
import { buildInteractions } from './interactions'
import {
  countBuyers,
  countBuyersByGroup,
  createGroupScorer,
  createPopularityScorer,
  measureRecent,
} from './popularity'
import { topItems } from './top-items'
import { defaultWeights, weighInteraction } from './weights'

describe('popularity', () => {
  it('counts people, not pieces', () => {
    expect([...countBuyers(fourByFive)]).toEqual([2, 3, 2, 2, 0])
    expect(scoresOf(createPopularityScorer(countBuyers(fourByFive)), 3)).toEqual([2, 3, 2, 2, 0])
  })

  it('halves what is old', () => {
    expect([...measureRecent(2, Int32Array.of(0, 0, 1), Float64Array.of(0, 30, 60), 30)]).toEqual([1.5, 0.25])
    expect(() => measureRecent(1, Int32Array.of(0), Float64Array.of(0), 0)).toThrow(RangeError)
  })

  it('knows groups', () => {
    const groups = Int32Array.of(0, 0, 1, -1)
    const counts = countBuyersByGroup(fourByFive, groups, 2)
    expect([...counts]).toEqual([2, 2, 1, 0, 0, 0, 1, 1, 1, 0])
    const scorer = createGroupScorer(5, groups, counts)
    expect(scoresOf(scorer, 2)).toEqual([0, 1, 1, 1, 0])
    expect(scoresOf(scorer, 3)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('topItems', () => {
  it('puts equals in the order of their index and leaves out what has no score', () => {
    const scores = Float64Array.of(0.5, 0, 0.7, 0.5, 0.5)
    expect(topItems(scores, 3, null).map(({ item }) => item)).toEqual([2, 0, 3])
    expect(topItems(scores, 9, Uint8Array.of(0, 0, 1, 0, 0)).map(({ item }) => item)).toEqual([0, 3, 4])
    expect(topItems(scores, 9, null, { all: true }).map(({ item }) => item)).toEqual([2, 0, 3, 4, 1])
  })
})

describe('EASE', () => {
  it('is what numpy finds for the four by five example', () => {
    // P = inv(X.T @ X + 2 I); B = P / -diag(P); B diagonal 0
    const expected = [0, 0.42696629, 0.11458333, -0.2745098, 0]
    const { weights } = fitEase(fourByFive, 2)
    const row = Array.from(weights.subarray(0, 5))
    for (const [i, value] of expected.entries()) expect(row[i]).toBeCloseTo(value, 8)
  })

  it('scores by what the customer has, with reasons', () => {
    const model = fitEase(fourByFive, 2)
    const scorer = createEaseScorer(fourByFive, model)
    const [a, b] = [model.weights[0 * 5 + 2]!, model.weights[1 * 5 + 2]!]
    expect(scoresOf(scorer, 0)[2]).toBeCloseTo(a + b, 12)
    expect(scorer.reasons?.(0, 2, 1)).toEqual([{ item: 1, share: b / (a + b) }])
  })

  it('refuses a penalty that is not above 0', () => {
    expect(() => fitEase(fourByFive, 0)).toThrow(RangeError)
  })
})

describe('evaluate', () => {
  const test = buildInteractions(4, 5, {
    user: Int32Array.of(0, 3, 3),
    item: Int32Array.of(2, 0, 4),
    weight: Float64Array.of(1, 1, 1),
  })

  it('judges those with something to find, by what they did not have', () => {
    const judged = evaluate(createPopularityScorer(countBuyers(fourByFive)), fourByFive, test, { n: 2 })
    // ann is shown c and d, dan b and a
    expect([...judged.users]).toEqual([0, 3])
    expect([...judged.shown]).toEqual([1, 1, 1, 1, 0])
    expect([...judged.metrics.recall]).toEqual([1, 0.5])
    expect(meanOf(judged.metrics.precision)).toBe(0.5)
    expect(judged.coverage).toBe(0.8)
    expect(judged.short).toBe(0)
  })

  it('offers again what may be bought again', () => {
    const again = evaluate(createPopularityScorer(countBuyers(fourByFive)), fourByFive, test, {
      n: 1,
      repeat: true,
    })
    expect([...again.shown]).toEqual([0, 2, 0, 0, 0])
  })
})

describe('intervals', () => {
  it('hold the true mean about 19 times in 20', () => {
    let held = 0
    for (let trial = 0; trial < 200; trial++) {
      const values = Float64Array.from({ length: 60 }, (_, i) => ((i * 37 + trial * 101) % 97) / 96)
      const shifted = values.map((_, i) => (Math.sin(trial * 1000 + i * 7.3) + 1) / 2)
      const { low, high } = bootstrapMean(shifted, trial)
      if (low <= 0.5 && 0.5 <= high) held++
    }
    expect(held).toBeGreaterThan(170)
  })

  it('are the same for a seed, and compare pairs', () => {
    const [a, b] = [Float64Array.of(1, 0, 1, 1), Float64Array.of(0, 0, 1, 0)]
    expect(bootstrapDifference(a, b)).toEqual(bootstrapDifference(a, b))
    expect(bootstrapDifference(a, b).mean).toBe(0.5)
    expect(bootstrapDifference(a, a)).toEqual({ mean: 0, low: 0, high: 0 })
    expect(bootstrapMean(new Float64Array(0))).toEqual({ mean: 0, low: 0, high: 0 })
    expect(() => bootstrapDifference(a, new Float64Array(1))).toThrow(RangeError)
  })
})

it('weighs an interaction by kind, amount and age', () => {
  expect(weighInteraction('purchase', 2, 0, defaultWeights)).toBe(2)
  expect(weighInteraction('purchase', 2, 180, defaultWeights)).toBe(1)
  expect(weighInteraction('view', 1, 999, { ...defaultWeights, halfLifeDays: null })).toBe(0.1)
})
