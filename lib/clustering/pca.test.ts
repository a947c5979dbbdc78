import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iris, irisColumns, irisRows } from './iris.fixture'
import { pca, projectRows } from './pca'

function place(data: Float64Array, rows: number, columns: number, axes: number) {
  const { mean, components } = pca(data, rows, columns)
  return projectRows(data, mean, components, axes)
}

describe('pca', () => {
  const result = pca(iris, irisRows, irisColumns)

  it('explains the variance of iris as scikit-learn does', () => {
    const expected = [0.92461872, 0.05306648, 0.01710261, 0.00521218]
    for (const [i, share] of expected.entries()) expect(result.explained[i]).toBeCloseTo(share, 8)
  })

  it('has the axes of iris, the largest weight of each positive', () => {
    const expected = [
      0.36138659, -0.08452251, 0.85667061, 0.3582892, 0.65658877, 0.73016143, -0.17337266, -0.07548102,
    ]
    for (const [p, weight] of expected.entries()) expect(result.components[p]).toBeCloseTo(weight, 8)
  })

  it('places the first flowers', () => {
    const expected = [-2.68412563, 0.319397247, -2.71414169, -0.177001225]
    const scores = place(iris, irisRows, irisColumns, 2)
    for (const [p, score] of expected.entries()) expect(scores[p]).toBeCloseTo(score, 8)
    expect(scores.length).toBe(irisRows * 2)
  })

  it('gives a second axis of zeros to one column, and no shares when nothing varies', () => {
    expect([...place(Float64Array.of(1, 3), 2, 1, 2)]).toEqual([-1, 0, 1, 0])
    const flat = new Float64Array(6).fill(2)
    expect([...pca(flat, 3, 2).explained]).toEqual([0, 0])
    expect([...place(flat, 3, 2, 2)]).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('refuses wrong lengths and gaps', () => {
    expect(() => pca(new Float64Array(3), 2, 2)).toThrow(RangeError)
    expect(() => pca(new Float64Array(0), 0, 2)).toThrow(RangeError)
    expect(() => pca(Float64Array.of(Number.NaN, 1), 2, 1)).toThrow(RangeError)
  })

  it('turns the data without stretching it: all axes keep every distance from the mean', () => {
    const cases = fc.integer({ min: 1, max: 5 }).chain((columns) =>
      fc
        .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: columns, maxLength: columns * 20 })
        .map((list) => {
          const rows = Math.floor(list.length / columns)
          return { columns, rows, data: Float64Array.from(list.slice(0, rows * columns)) }
        }),
    )
    fc.assert(
      fc.property(cases, ({ data, rows, columns }) => {
        const { mean, explained } = pca(data, rows, columns)
        const scores = place(data, rows, columns, columns)
        for (let row = 0; row < rows; row++) {
          const own = data.slice(row * columns, (row + 1) * columns).map((value, c) => value - mean[c]!)
          const turned = scores.subarray(row * columns, (row + 1) * columns)
          expect(Math.hypot(...turned)).toBeCloseTo(Math.hypot(...own), 8)
        }
        const total = explained.reduce((sum, share) => sum + share, 0)
        expect(total === 0 || Math.abs(total - 1) < 1e-9).toBe(true)
      }),
    )
  })
})
