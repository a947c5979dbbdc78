import { describe, expect, it } from 'vitest'
import { findLiked, findUntried, measureLifts, rankLifts, typicalLift } from './rank-lifts'

const sizes = { segments: [100, 300], all: 500 }
const count = (segment: number, id: string, hits: number, total: number) => ({ segment, id, hits, total })

describe('lifts', () => {
  const [first] = measureLifts(
    [count(0, 'tea', 60, 150), count(0, 'cups', 4, 5), count(0, 'seeds', 5, 200), count(1, 'tea', 60, 150)],
    sizes,
  )

  it('compare the share of a segment with that of all', () => {
    expect(first![0]).toMatchObject({ id: 'tea', customers: 60, share: 0.6, baseline: 0.3, lift: 2 })
    expect(first![0]!.low).toBeGreaterThan(1)
  })

  it('leave out what too few bought, and come highest first', () => {
    const ranked = rankLifts(first!, new Map([['tea', 'Tea']]))
    expect(ranked.map(({ label }) => label)).toEqual(['Tea', 'seeds'])
  })

  it('prefer what is sure to what is high by chance', () => {
    const many = Array.from({ length: 10 }, (_, i) => count(0, `sure ${i}`, 80, 200))
    const [lifts] = measureLifts([count(0, 'chance', 5, 10), ...many], sizes)
    const ranked = rankLifts(lifts!, new Map())
    expect(ranked).toHaveLength(10)
    expect(ranked.some(({ id }) => id === 'chance')).toBe(false)
  })

  it('tell a taste from buying more of everything', () => {
    const lift = (value: number) => ({
      lift: value,
      low: value - 0.3,
      high: value + 0.3,
      share: 0.2,
      baseline: 0.2 / value,
    })
    const lifts = [lift(3), lift(2), lift(2), lift(2), lift(0.4)]
    const typical = typicalLift(lifts)
    expect(typical).toBe(2)
    expect(findLiked(lifts, typical)).toEqual([lifts[0]])
    expect(findUntried(lifts, typical)).toEqual(lifts[4])
    expect(findUntried(lifts.slice(0, 4), typical)).toBeNull()
    expect(typicalLift([])).toBe(1)
  })
})
