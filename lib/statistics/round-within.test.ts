import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundWithin } from './round-within'

it.each([
  [2, 3, 2],
  [88, 93, 90],
  [90, 91, 90],
  [1.9, 3, 2],
  [0.21, 0.29, 0.25],
  [1234.5, 1240.2, 1240],
  [999, 1003, 1000],
  [-3, 4, 0],
  [0, 5, 0],
  [-7, -2, -5],
  [0.3, 0.31, 0.3],
  [1e-9, 3e-9, 2e-9],
])('takes [%f, %f) to %f', (from, to, expected) => {
  expect(roundWithin(from, to)).toBe(expected)
})

it('always lies within', () => {
  const ends = fc.tuple(
    fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }),
  )
  fc.assert(
    fc.property(ends, ([a, b]) => {
      fc.pre(a !== b)
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const value = roundWithin(from, to)
      expect(value).toBeGreaterThanOrEqual(from)
      expect(value).toBeLessThan(to)
    }),
  )
})
