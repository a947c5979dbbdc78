import { describe, expect, it } from 'vitest'
import { iris, irisColumns, irisRows, irisSpecies } from './iris.fixture'
import { kmeans } from './kmeans'
import { calinskiHarabasz, daviesBouldin } from './validity'

// two pairs, 2 apart each, and a row alone
const pairs = Float64Array.of(0, 0, 0, 2, 4, 0, 4, 2, 10, 0)
const pairLabels = Int32Array.of(0, 0, 1, 1, 2)

describe('calinskiHarabasz', () => {
  it('equals scikit-learn on iris', () => {
    const { labels } = kmeans(iris, irisRows, irisColumns, { k: 3 })
    expect(calinskiHarabasz(iris, irisRows, irisColumns, labels, 3)).toBeCloseTo(561.62775662962, 8)
    expect(calinskiHarabasz(iris, irisRows, irisColumns, irisSpecies, 3)).toBeCloseTo(487.33087637489984, 8)
  })

  it('equals a hand-computed set', () => {
    // total squares 72, within 4, between 68: (68 / 2) / (4 / 2)
    expect(calinskiHarabasz(pairs, 5, 2, pairLabels, 3)).toBeCloseTo(17, 12)
  })

  it('is 1 when no row is off its mean', () => {
    expect(calinskiHarabasz(Float64Array.of(1, 1, 5), 3, 1, Int32Array.of(0, 0, 1), 2)).toBe(1)
  })
})

describe('daviesBouldin', () => {
  it('equals scikit-learn on iris', () => {
    const { labels } = kmeans(iris, irisRows, irisColumns, { k: 3 })
    expect(daviesBouldin(iris, irisRows, irisColumns, labels, 3)).toBeCloseTo(0.6619715465007465, 12)
    expect(daviesBouldin(iris, irisRows, irisColumns, irisSpecies, 3)).toBeCloseTo(0.7513707094756737, 12)
  })

  it('equals a hand-computed set', () => {
    // spreads 1, 1, 0 at (0, 1), (4, 1), (10, 0): worst (1 + 1) / 4 twice, then 1 / √37
    expect(daviesBouldin(pairs, 5, 2, pairLabels, 3)).toBeCloseTo((0.5 + 0.5 + 1 / Math.sqrt(37)) / 3, 14)
  })

  it('is 0 when no row is off its mean, or the means are one', () => {
    expect(daviesBouldin(Float64Array.of(1, 1, 5), 3, 1, Int32Array.of(0, 0, 1), 2)).toBe(0)
    expect(daviesBouldin(Float64Array.of(0, 2, 0, 2), 4, 1, Int32Array.of(0, 0, 1, 1), 2)).toBe(0)
  })
})

describe.each([calinskiHarabasz, daviesBouldin])('%o', (index) => {
  it('does not count empty clusters', () => {
    const spread = Int32Array.from(pairLabels, (label) => label * 2)
    expect(index(pairs, 5, 2, spread, 6)).toBeCloseTo(index(pairs, 5, 2, pairLabels, 3), 12)
  })

  it('refuses fewer than two clusters and labels that do not fit', () => {
    expect(() => index(pairs, 5, 2, new Int32Array(5), 3)).toThrow(RangeError)
    expect(() => index(pairs, 5, 2, pairLabels, 2)).toThrow(RangeError)
    expect(() => index(pairs, 4, 2, pairLabels, 3)).toThrow(RangeError)
  })
})
