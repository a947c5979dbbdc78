import { expect, it } from 'vitest'
import { adjustedRand, adjustedRandOf, contingency } from './adjusted-rand'
import { createRandom } from './random'

const labels = (...values: number[]) => Int32Array.from(values)

it('counts pairs of labels', () => {
  expect([...contingency(labels(0, 0, 1, 2), labels(1, 1, 0, 1), 3, 2)]).toEqual([0, 2, 1, 0, 0, 1])
  expect(() => contingency(labels(0), labels(0, 1), 1, 2)).toThrow(RangeError)
})

// sklearn.metrics.adjusted_rand_score 1.2.1
it.each([
  [[0, 0, 1, 1], [0, 0, 1, 1], 1],
  [[0, 0, 1, 1], [1, 1, 0, 0], 1],
  [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714285714],
  [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
  [[0, 0, 0, 1, 1, 1, 2, 2, 2], [0, 0, 1, 1, 1, 2, 2, 2, 0], 1 / 9],
  [[0, 1, 2, 0, 3, 4, 5, 1], [1, 1, 0, 0, 2, 2, 2, 2], -0.12903225806451613],
])('agrees with scikit-learn on %j and %j', (a, b, expected) => {
  expect(adjustedRand(labels(...a), labels(...b))).toBeCloseTo(expected, 12)
})

// The worked example of Yeung & Ruzzo, 'Details of the adjusted Rand index' (2001)
it('agrees with the published example', () => {
  const table = [
    [1, 1, 0],
    [1, 2, 1],
    [0, 0, 4],
  ]
  expect(adjustedRandOf(table)).toBeCloseTo(0.313, 3)
})

it('is 1 where nothing can differ', () => {
  expect(adjustedRandOf([])).toBe(1)
  expect(adjustedRand(labels(0), labels(0))).toBe(1)
  expect(adjustedRand(labels(0, 0, 0), labels(0, 0, 0))).toBe(1)
  expect(adjustedRand(labels(0, 1, 2), labels(2, 0, 1))).toBe(1)
})

it('is near 0 for unrelated labels, whichever way they are given', () => {
  const random = createRandom(7)
  const draw = (k: number) => Int32Array.from({ length: 20_000 }, () => Math.floor(random() * k))
  const [a, b] = [draw(5), draw(3)]
  expect(Math.abs(adjustedRand(a, b))).toBeLessThan(0.01)
  expect(adjustedRand(b, a)).toBeCloseTo(adjustedRand(a, b), 12)
})

it('holds for a million rows', () => {
  expect(
    adjustedRandOf([
      [500_000, 0],
      [0, 500_000],
    ]),
  ).toBe(1)
  expect(
    adjustedRandOf([
      [250_000, 250_000],
      [250_000, 250_000],
    ]),
  ).toBeCloseTo(0, 5)
})
