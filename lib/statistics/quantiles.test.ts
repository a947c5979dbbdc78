import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, quantile, quantileSorted, quantiles, sortPresent } from './quantiles'

const someValues = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values))
const probability = fc.double({ min: 0, max: 1, noNaN: true })

describe('quantile', () => {
  it('gives the values of R, type 7', () => {
    const values = Float64Array.of(7, 1, 3, 10, 2)
    expect(quantiles(values, [0, 0.1, 0.25, 0.5, 0.9, 1])).toEqual([1, 1.4, 2, 3, 8.8, 10])
    expect(quantile(Float64Array.of(1, 2, 3, 4), 0.25)).toBe(1.75)
    expect(median(Float64Array.of(1, 2, 3, 4))).toBe(2.5)
  })

  it('leaves NaN out and gives NaN for nothing', () => {
    expect(median(Float64Array.of(Number.NaN, 4, Number.NaN, 2))).toBe(3)
    expect(median(Float64Array.of(Number.NaN))).toBeNaN()
    expect(quantileSorted(new Float64Array(0), 0.5)).toBeNaN()
    expect([...sortPresent(Float64Array.of(3, Number.NaN, -1, 10))]).toEqual([-1, 3, 10])
  })

  it('keeps infinite values apart from interpolation of equal ones', () => {
    expect(quantile(Float64Array.of(1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), 0.75)).toBe(
      Number.POSITIVE_INFINITY,
    )
  })

  it('refuses probabilities outside 0 … 1', () => {
    expect(() => quantile(Float64Array.of(1), 1.01)).toThrow(RangeError)
    expect(() => quantile(Float64Array.of(1), Number.NaN)).toThrow(RangeError)
  })

  it('lies within the values, rises with p and moves with a shift', () => {
    fc.assert(
      fc.property(someValues, probability, probability, (values, p, q) => {
        const [low, high] = quantiles(values, [Math.min(p, q), Math.max(p, q)]) as [number, number]
        expect(low).toBeGreaterThanOrEqual(Math.min(...values))
        expect(high).toBeLessThanOrEqual(Math.max(...values))
        expect(high).toBeGreaterThanOrEqual(low)
        expect(
          quantile(
            values.map((value) => value + 5),
            p,
          ),
        ).toBeCloseTo(quantile(values, p) + 5, 6)
      }),
    )
  })
})
