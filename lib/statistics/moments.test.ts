import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moments } from './moments'

describe('moments', () => {
  it('gives known answers', () => {
    const { skewness, sd, ...rest } = moments(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))
    expect(rest).toEqual({ count: 8, missing: 0, min: 2, max: 9, mean: 5 })
    expect(sd).toBeCloseTo(2, 12)
    // m3 = Σ(x − 5)³ / 8 = 42 / 8
    expect(skewness).toBeCloseTo(5.25 / 8, 12)
  })

  it('counts NaN as missing, and knows nothing about nothing', () => {
    expect(moments(Float64Array.of(Number.NaN, 3))).toEqual({
      count: 1,
      missing: 1,
      min: 3,
      max: 3,
      mean: 3,
      sd: 0,
      skewness: 0,
    })
    const none = moments(Float64Array.of(Number.NaN))
    expect(none.count).toBe(0)
    expect(none.mean).toBeNaN()
  })

  it('is exact for constants, whatever their size', () => {
    const { mean, sd } = moments(new Float64Array(1000).fill(0.1))
    expect([mean, sd]).toEqual([0.1, 0])
  })

  it('agrees with the two-pass formulas', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 50 }),
        (list) => {
          const values = Float64Array.from(list)
          const mean = list.reduce((sum, value) => sum + value, 0) / list.length
          const central = (power: number) =>
            list.reduce((sum, value) => sum + (value - mean) ** power, 0) / list.length
          const measured = moments(values)
          expect(measured.mean).toBeCloseTo(mean, 6)
          expect(measured.sd).toBeCloseTo(Math.sqrt(central(2)), 6)
          fc.pre(central(2) > 1e-6)
          expect(measured.skewness).toBeCloseTo(central(3) / central(2) ** 1.5, 5)
        },
      ),
    )
  })
})
