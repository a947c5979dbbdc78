import { describe, expect, it } from 'vitest'
import { lift, riskRatio } from './lift'
import { createRandom } from './random'

describe('riskRatio', () => {
  // scipy 1.10: stats.contingency.relative_risk(…).confidence_interval(0.95), Katz's log method
  it.each([
    [27, 122, 44, 487, 2.4495156482861398, 1.5836990926700116, 3.7886786315466354],
    [14, 31, 6, 28, 2.10752688172043, 0.9390460919487678, 4.729980344156064],
  ])('%i of %i against %i of %i as scipy has it', (x, m, y, n, ratio, low, high) => {
    const result = riskRatio({ hits: x, count: m }, { hits: y, count: n })!
    expect(result.ratio).toBeCloseTo(ratio, 12)
    expect(result.low).toBeCloseTo(low, 12)
    expect(result.high).toBeCloseTo(high, 12)
  })

  it('has none without hits', () => {
    expect(riskRatio({ hits: 0, count: 9 }, { hits: 3, count: 9 })).toBeNull()
    expect(riskRatio({ hits: 3, count: 9 }, { hits: 0, count: 9 })).toBeNull()
  })
})

describe('lift', () => {
  it('is the share of the group over the share of all', () => {
    expect(lift({ hits: 30, count: 100 }, { hits: 30, count: 300 })!.ratio).toBeCloseTo(2, 12)
  })

  it('comes to Katz’s interval when the group is a small part of everybody', () => {
    const [group, rest] = [
      { hits: 30, count: 100 },
      { hits: 1_000_000, count: 10_000_000 },
    ]
    const [small, katz] = [lift(group, rest)!, riskRatio(group, rest)!]
    expect(small.low).toBeCloseTo(katz.low, 3)
    expect(small.high).toBeCloseTo(katz.high, 3)
  })

  it('is sure of what everybody is, and stays open where all or none bought', () => {
    expect(lift({ hits: 5, count: 10 }, { hits: 0, count: 0 })).toEqual({ ratio: 1, low: 1, high: 1 })
    const all = lift({ hits: 10, count: 10 }, { hits: 5, count: 10 })!
    expect(all.ratio).toBeCloseTo(4 / 3, 12)
    expect(all.low).toBeLessThan(all.ratio)
    const none = lift({ hits: 5, count: 10 }, { hits: 0, count: 10 })!
    expect(none.ratio).toBe(2)
    expect(none.low).toBeLessThan(2)
    expect(lift({ hits: 0, count: 10 }, { hits: 5, count: 10 })).toBeNull()
  })

  it('holds the true ratio in about 95 of 100 draws', () => {
    const random = createRandom(7)
    const draw = (count: number, p: number) => {
      let hits = 0
      for (let i = 0; i < count; i++) if (random() < p) hits++
      return { hits, count }
    }
    const truth = 0.3 / (0.4 * 0.3 + 0.6 * 0.15)
    let held = 0
    for (let i = 0; i < 1000; i++) {
      const { low, high } = lift(draw(200, 0.3), draw(300, 0.15))!
      if (low <= truth && truth <= high) held++
    }
    expect(held).toBeGreaterThan(930)
    expect(held).toBeLessThan(970)
  })
})
