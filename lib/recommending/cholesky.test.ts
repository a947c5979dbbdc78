import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { invertPositiveDefinite } from './cholesky'

/** G Gᵀ + I of a random G: symmetric and positive definite. */
function drawMatrix(n: number): Float64Array {
  const random = createRandom(n)
  const factor = Float64Array.from({ length: n * n }, () => drawNormal(random))
  return Float64Array.from({ length: n * n }, (_, p) => {
    const [i, j] = [Math.floor(p / n), p % n]
    let sum = i === j ? 1 : 0
    for (let q = 0; q < n; q++) sum += factor[i * n + q]! * factor[j * n + q]!
    return sum
  })
}

describe('invertPositiveDefinite', () => {
  it('inverts a matrix worked by hand', () => {
    const matrix = Float64Array.of(4, 2, 2, 3)
    invertPositiveDefinite(matrix, 2)
    for (const [p, value] of [0.375, -0.25, -0.25, 0.5].entries()) expect(matrix[p]).toBeCloseTo(value, 14)
  })

  it.each([1, 2, 5, 63, 64, 65, 130, 200])('gives the identity times the matrix, n = %i', (n) => {
    const matrix = drawMatrix(n)
    const inverse = Float64Array.from(matrix)
    invertPositiveDefinite(inverse, n)
    let worst = 0
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = i === j ? -1 : 0
        for (let p = 0; p < n; p++) sum += matrix[i * n + p]! * inverse[p * n + j]!
        worst = Math.max(worst, Math.abs(sum))
      }
    }
    expect(worst).toBeLessThan(1e-9)
  })

  it('refuses what has no such inverse', () => {
    expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError)
    expect(() => invertPositiveDefinite(new Float64Array(3), 2)).toThrow(RangeError)
  })
})
