import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProductSums } from './correlation'
import { moments } from './moments'

/** A column with mean 0 and standard deviation 1. */
function standardise(values: readonly number[]): number[] {
  const { mean, sd } = moments(Float64Array.from(values))
  return values.map((value) => (sd > 0 ? (value - mean) / sd : 0))
}

/** Pearson's r from the definition. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0)
  const covariance = sum((i) => (x[i]! - mx) * (y[i]! - my))
  return covariance / Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2))
}

describe('createProductSums', () => {
  it('gives the r of a published example (Anscombe 1973, sets I and IV)', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const sums = createProductSums(3)
    const columns = [x, y, x.map((value) => -value)].map(standardise)
    for (const [start, rows] of [
      [0, 7],
      [7, 4],
    ] as const) {
      const block = new Float64Array(3 * 8)
      for (const [c, column] of columns.entries()) block.set(column.slice(start, start + rows), c * 8)
      sums.add(block, rows, 8)
    }
    expect(sums.correlation(0, 1)).toBeCloseTo(0.81642, 5)
    expect(sums.correlation(1, 2)).toBeCloseTo(-0.81642, 5)
    expect(sums.correlation(2, 0)).toBeCloseTo(-1, 12)
    expect(sums.correlation(1, 1)).toBe(1)
  })

  it('agrees with the definition and is 0 for constants', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(values, values, (x, y) => {
        const sums = createProductSums(2)
        sums.add(Float64Array.from([...standardise(x), ...standardise(y)]), 12, 12)
        const expected = pearson(x, y)
        expect(sums.correlation(0, 1)).toBeCloseTo(Number.isNaN(expected) ? 0 : expected, 9)
      }),
    )
    expect(createProductSums(2).correlation(0, 1)).toBe(0)
  })
})
