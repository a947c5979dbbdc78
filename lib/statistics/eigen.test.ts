import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decomposeSymmetric } from './eigen'

describe('decomposeSymmetric', () => {
  it('gives a known answer: [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, −1)', () => {
    const { values, vectors } = decomposeSymmetric(Float64Array.of(2, 1, 1, 2), 2)
    expect(values[0]).toBeCloseTo(3, 14)
    expect(values[1]).toBeCloseTo(1, 14)
    const half = Math.SQRT1_2
    const expected = [half, half, half, -half]
    for (const [i, weight] of expected.entries()) expect(vectors[i]).toBeCloseTo(weight, 14)
  })

  it('leaves a diagonal matrix as it is, in descending order', () => {
    const { values, vectors } = decomposeSymmetric(Float64Array.of(1, 0, 0, 0, 5, 0, 0, 0, 0), 3)
    expect([...values]).toEqual([5, 1, 0])
    expect([...vectors]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1])
  })

  it('refuses a matrix of the wrong size or with gaps', () => {
    expect(() => decomposeSymmetric(Float64Array.of(1, 2), 2)).toThrow(RangeError)
    expect(() => decomposeSymmetric(Float64Array.of(Number.NaN), 1)).toThrow(RangeError)
  })

  it('rebuilds any symmetric matrix from orthonormal vectors', () => {
    const symmetric = fc.integer({ min: 1, max: 8 }).chain((n) =>
      fc
        .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: n * n, maxLength: n * n })
        .map((list) => ({
          n,
          matrix: Float64Array.from(list, (_, p) => {
            const [i, j] = [Math.floor(p / n), p % n]
            return list[Math.min(i, j) * n + Math.max(i, j)]!
          }),
        })),
    )
    fc.assert(
      fc.property(symmetric, ({ n, matrix }) => {
        const { values, vectors } = decomposeSymmetric(matrix, n)
        const size = Math.hypot(...matrix) + 1
        for (let i = 0; i < n; i++) {
          if (i > 0) expect(values[i]!).toBeLessThanOrEqual(values[i - 1]!)
          for (let j = 0; j < n; j++) {
            let dot = 0
            let rebuilt = 0
            for (let c = 0; c < n; c++) {
              dot += vectors[i * n + c]! * vectors[j * n + c]!
              rebuilt += values[c]! * vectors[c * n + i]! * vectors[c * n + j]!
            }
            expect(Math.abs(dot - (i === j ? 1 : 0))).toBeLessThan(1e-10)
            expect(Math.abs(rebuilt - matrix[i * n + j]!)).toBeLessThan(1e-10 * size)
          }
        }
      }),
    )
  })
})
