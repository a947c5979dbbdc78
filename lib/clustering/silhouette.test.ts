import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal, sampleIndices } from '@/lib/statistics/random'
import { iris, irisColumns, irisRows, irisSpecies } from './iris.fixture'
import { kmeans } from './kmeans'
import { gatherRows } from './matrix'
import { silhouettes } from './silhouette'

/** The definition, row by row, of scikit-learn's silhouette_samples. */
function defineSilhouettes(data: Float64Array, rows: number, columns: number, labels: Int32Array): number[] {
  const distance = (i: number, j: number) => {
    let squared = 0
    for (let c = 0; c < columns; c++) squared += (data[i * columns + c]! - data[j * columns + c]!) ** 2
    return Math.sqrt(squared)
  }
  const all = Array.from({ length: rows }, (_, i) => i)
  return all.map((i) => {
    const own = all.filter((j) => j !== i && labels[j] === labels[i])
    const meanTo = (others: number[]) => others.reduce((sum, j) => sum + distance(i, j), 0) / others.length
    if (own.length === 0) return 0
    const others = [...new Set(labels)].filter((label) => label !== labels[i])
    const b = Math.min(...others.map((label) => meanTo(all.filter((j) => labels[j] === label))))
    const a = meanTo(own)
    return Math.max(a, b) > 0 && Number.isFinite(b) ? (b - a) / Math.max(a, b) : 0
  })
}

describe('silhouettes', () => {
  it('equal those of scikit-learn on iris, for two labelings at once', () => {
    const { labels } = kmeans(iris, irisRows, irisColumns, { k: 3 })
    const { rows, scores } = silhouettes(iris, irisRows, irisColumns, [
      { labels, k: 3 },
      { labels: irisSpecies, k: 3 },
    ])
    expect(rows).toBe(150)
    expect(scores[0]!.mean).toBeCloseTo(0.5528190123564095, 12)
    expect(scores[0]!.clusters[0]).toBeCloseTo(0.4173199215409328, 12)
    expect(scores[0]!.clusters[1]).toBeCloseTo(0.7981404884286225, 12)
    expect(scores[0]!.clusters[2]).toBeCloseTo(0.4511050604340127, 12)
    expect(scores[1]!.mean).toBeCloseTo(0.5034774406932961, 12)
  })

  it('equal a hand-computed set: two pairs and a row alone, which counts 0', () => {
    // a = 2, b = (4 + √20) / 2 for each of the four paired rows
    const data = Float64Array.of(0, 0, 0, 2, 4, 0, 4, 2, 10, 0)
    const { scores } = silhouettes(data, 5, 2, [{ labels: Int32Array.of(0, 0, 1, 1, 2), k: 3 }])
    const b = (4 + Math.sqrt(20)) / 2
    const paired = (b - 2) / b
    expect(scores[0]!.clusters[0]).toBeCloseTo(paired, 14)
    expect(scores[0]!.clusters[2]).toBe(0)
    expect(scores[0]!.mean).toBeCloseTo((4 * paired) / 5, 14)
    expect(scores[0]!.mean).toBeCloseTo(0.42229123600033647, 14)
  })

  it('are 0 for one cluster and for equal rows, null for a cluster without a row', () => {
    const data = new Float64Array(6)
    const { scores } = silhouettes(data, 3, 2, [
      { labels: Int32Array.of(0, 0, 0), k: 1 },
      { labels: Int32Array.of(0, 2, 0), k: 3 },
    ])
    expect(scores).toEqual([
      { mean: 0, clusters: [0] },
      { mean: 0, clusters: [0, null, 0] },
    ])
  })

  it('measure a seeded sample within itself above the limit', () => {
    const random = createRandom(4)
    const data = Float64Array.from(
      { length: 400 },
      (_, p) => 3 * (Math.floor(p / 2) % 2) + drawNormal(random),
    )
    const labels = Int32Array.from({ length: 200 }, (_, row) => row % 2)
    const options = { exactUpTo: 100, sampleSize: 50, seed: 7 }
    const sampled = silhouettes(data, 200, 2, [{ labels, k: 2 }], options)
    const picked = sampleIndices(200, 50, createRandom(7))
    const own = Int32Array.from(picked, (row) => labels[row]!)
    const byHand = silhouettes(gatherRows(data, 2, picked), 50, 2, [{ labels: own, k: 2 }])
    expect(sampled.rows).toBe(50)
    expect(sampled).toEqual(byHand)
    expect(silhouettes(data, 200, 2, [{ labels, k: 2 }], options)).toEqual(sampled)
    const exact = silhouettes(data, 200, 2, [{ labels, k: 2 }])
    expect(exact.rows).toBe(200)
    expect(Math.abs(exact.scores[0]!.mean - sampled.scores[0]!.mean)).toBeLessThan(0.1)
  })

  it('refuse labels that do not fit', () => {
    const run = (labels: Int32Array) => () => silhouettes(new Float64Array(4), 2, 2, [{ labels, k: 2 }])
    expect(run(Int32Array.of(0))).toThrow(RangeError)
    expect(run(Int32Array.of(0, 2))).toThrow(RangeError)
    expect(run(Int32Array.of(0, -1))).toThrow(RangeError)
    expect(() => silhouettes(new Float64Array(3), 2, 2, [])).toThrow(RangeError)
  })

  it('equal the definition on any data and labels', () => {
    const cases = fc.record({
      columns: fc.integer({ min: 1, max: 4 }),
      k: fc.integer({ min: 2, max: 5 }),
      rows: fc.array(
        fc.record({
          values: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
          label: fc.nat(4),
        }),
        { minLength: 1, maxLength: 30 },
      ),
    })
    fc.assert(
      fc.property(cases, ({ columns, k, rows }) => {
        const data = Float64Array.from(rows.flatMap(({ values }) => values.slice(0, columns)))
        const labels = Int32Array.from(rows, ({ label }) => label % k)
        const expected = defineSilhouettes(data, rows.length, columns, labels)
        const { mean, clusters } = silhouettes(data, rows.length, columns, [{ labels, k }]).scores[0]!
        expect(mean).toBeCloseTo(expected.reduce((sum, value) => sum + value, 0) / rows.length, 10)
        for (let j = 0; j < k; j++) {
          const own = expected.filter((_, i) => labels[i] === j)
          if (own.length === 0) expect(clusters[j]).toBeNull()
          else expect(clusters[j]).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 10)
        }
      }),
    )
  })
})
