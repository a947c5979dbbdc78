import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hedgesG } from './effect-size'
import { type GroupMoments, mergeMoments, sampleVariance } from './group-moments'
import { welchTest } from './welch'

const momentsOf = (values: readonly number[]): GroupMoments => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    count: values.length,
    mean,
    squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
  }
}

const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]
const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.2, 34.5]

describe('hedgesG', () => {
  it('gives the worked example of Borenstein et al. 2009, page 26 and 27', () => {
    const group = (mean: number, sd: number): GroupMoments => ({ count: 50, mean, squares: 49 * sd ** 2 })
    const { g, low, high } = hedgesG(group(103, 5.5), group(100, 4.5))!
    expect(g).toBeCloseTo(0.5924, 4)
    expect((high - g) / 1.96).toBeCloseTo(0.2028, 4)
    expect((low + high) / 2).toBeCloseTo(g, 12)
  })

  it('turns its sign with the groups and does not depend on the unit', () => {
    const [forth, back] = [hedgesG(momentsOf(a), momentsOf(b))!, hedgesG(momentsOf(b), momentsOf(a))!]
    expect(back.g).toBeCloseTo(-forth.g, 12)
    expect(back.low).toBeCloseTo(-forth.high, 12)
    const scaled = hedgesG(momentsOf(a.map((x) => 100 * x + 7)), momentsOf(b.map((x) => 100 * x + 7)))!
    expect(scaled.g).toBeCloseTo(forth.g, 10)
  })

  it('measures groups that do not vary by the standard deviation of both together', () => {
    const { g } = hedgesG(momentsOf([1, 1, 1, 1]), momentsOf([0, 0, 0, 0]))!
    expect(g).toBeCloseTo((1 - 3 / 23) / Math.sqrt(2 / 7), 12)
  })

  it('says nothing of single values or of what never varies', () => {
    expect(hedgesG(momentsOf([1]), momentsOf(a))).toBeNull()
    expect(hedgesG(momentsOf([3, 3]), momentsOf([3, 3, 3]))).toBeNull()
  })
})

describe('welchTest', () => {
  it('gives what scipy gives', () => {
    const { t, df, p } = welchTest(momentsOf(a), momentsOf(b))!
    expect(t).toBeCloseTo(-2.8523198275673396, 12)
    expect(df).toBeCloseTo(25.716518420926022, 10)
    expect(p).toBeCloseTo(0.008448658807186335, 12)
  })

  it('is sure of what does not vary', () => {
    expect(welchTest(momentsOf([2, 2]), momentsOf([2, 2, 2]))).toMatchObject({ t: 0, p: 1 })
    expect(welchTest(momentsOf([2, 2]), momentsOf([3, 3, 3]))).toMatchObject({ t: -Infinity, p: 0 })
    expect(welchTest(momentsOf([2]), momentsOf([3, 3, 3]))).toBeNull()
  })
})

describe('mergeMoments', () => {
  it('gives the moments of all values together', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (groups) => {
        const merged = mergeMoments(groups.map(momentsOf))
        const whole = momentsOf(groups.flat())
        expect(merged.count).toBe(whole.count)
        expect(merged.mean).toBeCloseTo(whole.mean, 5)
        expect(Math.abs(merged.squares - whole.squares)).toBeLessThan(1e-9 * (1 + whole.squares))
      }),
    )
  })

  it('keeps small differences of large values', () => {
    const merged = mergeMoments([momentsOf([1e9, 1e9 + 1]), momentsOf([1e9 + 2, 1e9 + 3])])
    expect(sampleVariance(merged)).toBeCloseTo(5 / 3, 9)
    expect(mergeMoments([])).toEqual({ count: 0, mean: 0, squares: 0 })
    expect(sampleVariance(momentsOf([1]))).toBeNaN()
  })
})
