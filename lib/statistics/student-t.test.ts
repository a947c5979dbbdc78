import { describe, expect, it } from 'vitest'
import { incompleteBeta, logGamma } from './incomplete-beta'
import { studentTwoSided } from './student-t'

const closeTo = (actual: number, expected: number, digits = 1e-12) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(digits * Math.abs(expected))

describe('studentTwoSided', () => {
  // scipy 1.10: 2 * stats.t.sf(t, df)
  it.each([
    [2.228, 10, 0.05001177181711133],
    [12.706, 1, 0.05000080235813317],
    [1.96, 1e6, 0.04999606758526978],
    [0.5, 3.7, 0.645335633319932],
    [5, 40, 1.1840065669659487e-5],
    [40, 12.3, 2.1218964958776758e-14],
    [8, 100000, 1.2573919876256347e-15],
    [0.001, 5, 0.9992407867721976],
    [30, 5000, 5.6916581178615267e-182],
  ])('t = %f with %f degrees of freedom as scipy has it', (t, df, p) => {
    closeTo(studentTwoSided(t, df), p, 1e-8)
    closeTo(studentTwoSided(-t, df), p, 1e-8)
  })

  it('knows the ends', () => {
    expect(studentTwoSided(0, 7)).toBe(1)
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 7)).toBe(0)
    expect(studentTwoSided(1e200, 7)).toBe(0)
  })
})

describe('incompleteBeta', () => {
  // scipy 1.10: special.betainc(a, b, x)
  it.each([
    [0.2, 2, 3, 0.1808],
    [0.5, 0.5, 0.5, 0.5],
    [0.9, 10, 2, 0.6973568802],
    [0.01, 30, 0.5, 1.0307815466209132e-61],
    [0.999, 50, 0.5, 0.7523690199653768],
  ])('at %f for (%f, %f)', (x, a, b, expected) => {
    closeTo(incompleteBeta(x, a, b), expected)
    closeTo(1 - incompleteBeta(1 - x, b, a), expected, expected < 1e-10 ? Number.POSITIVE_INFINITY : 1e-12)
  })

  it('is 0 and 1 at the ends', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0)
    expect(incompleteBeta(1, 2, 3)).toBe(1)
  })
})

it('knows ln Γ (scipy special.gammaln)', () => {
  closeTo(logGamma(0.1), 2.252712651734206)
  closeTo(logGamma(0.5), 0.5723649429247)
  expect(logGamma(1)).toBeCloseTo(0, 12)
  expect(logGamma(2)).toBeCloseTo(0, 12)
  closeTo(logGamma(10.5), 13.940625219403763)
  closeTo(logGamma(1000), 5905.220423209181)
})
