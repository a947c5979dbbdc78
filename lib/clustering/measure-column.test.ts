import { describe, expect, it } from 'vitest'
import { moments } from '@/lib/statistics/moments'
import { quantile } from '@/lib/statistics/quantiles'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { measureColumn } from './measure-column'

describe('measureColumn', () => {
  it('measures what is finite', () => {
    const raw = Float64Array.of(4, Number.NaN, 1, Number.POSITIVE_INFINITY, 2, 3, 100)
    expect(measureColumn(raw)).toMatchObject({ count: 5, missing: 2, min: 1, max: 100, mean: 22, median: 3 })
    // quartiles 2 and 4: beyond 3 ± 10 lies 100 alone
    expect(measureColumn(raw)).toMatchObject({ q1: 2, q3: 4, outliers: 1 })
    expect([...raw.subarray(2, 4)]).toEqual([1, Number.POSITIVE_INFINITY])
  })

  it('sees no outliers where the middle half is one value, and only zeros in nothing', () => {
    expect(measureColumn(Float64Array.of(0, 0, 0, 0, 50)).outliers).toBe(0)
    const { count, missing, ...figures } = measureColumn(Float64Array.of(Number.NaN))
    expect([count, missing]).toEqual([0, 1])
    expect(new Set(Object.values(figures))).toEqual(new Set([0]))
  })

  it('agrees with sorting on many values', () => {
    const random = createRandom(3)
    const raw = Float64Array.from({ length: 20_000 }, () => Math.exp(drawNormal(random)))
    const figures = measureColumn(raw)
    expect(figures).toMatchObject({
      p1: quantile(raw, 0.01),
      q1: quantile(raw, 0.25),
      p99: quantile(raw, 0.99),
    })
    expect(figures.skewness).toBeCloseTo(moments(raw).skewness, 9)
  })
})
