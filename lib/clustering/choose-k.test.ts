import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { chooseK } from './choose-k'
import { iris, irisColumns, irisRows } from './iris.fixture'
import { kmeans } from './kmeans'

describe('chooseK', () => {
  it('measures iris as scikit-learn does and keeps its two clear groups', () => {
    const { evidence, fits, recommendation, silhouetteRows, ...rest } = chooseK(iris, irisRows, irisColumns)
    expect(rest.noNaturalGroups).toBe(false)
    expect(rest).toMatchObject({ stabilityRows: 150, stabilityResamples: 20 })
    expect(rest.clusterStability.map((clusters) => clusters.length)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(evidence.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(evidence[1]!.silhouette).toBeCloseTo(0.5528190123564095, 10)
    expect(evidence[1]!.calinskiHarabasz).toBeCloseTo(561.62775662962, 8)
    expect(evidence[1]!.daviesBouldin).toBeCloseTo(0.6619715465007465, 10)
    expect(evidence[1]!.inertia).toBeCloseTo(78.851441426146, 8)
    expect(evidence[1]!.smallestShare).toBeCloseTo(38 / 150, 12)
    expect(fits[1]).toEqual(kmeans(iris, irisRows, irisColumns, { k: 3 }))
    expect(silhouetteRows).toBe(150)
    expect(recommendation).toMatchObject({ k: 2, reason: 'bestSilhouette', structure: 'reasonable' })
    expect(recommendation.reasons.map(({ code }) => code)).toEqual([
      'bestSilhouette',
      'stable',
      'elbowElsewhere',
    ])
  })

  it('finds the number of groups that are there, on a sample too', () => {
    const random = createRandom(2)
    const rows = 4000
    const data = Float64Array.from({ length: rows * 3 }, (_, p) => {
      return (
        8 * (Math.floor(p / 3) % 5 === p % 3 ? 1 : 0) +
        8 * (Math.floor(p / 3) % 5 > 3 ? 1 : 0) +
        drawNormal(random)
      )
    })
    const first = chooseK(data, rows, 3, { seed: 5 })
    expect(first.recommendation).toMatchObject({ k: 5, structure: 'strong' })
    expect(first).toMatchObject({ silhouetteRows: 3000, stabilityRows: 1000, noNaturalGroups: false })
    expect(chooseK(data, rows, 3, { seed: 5 })).toEqual(first)
  })

  it('reports every k before its fit, and stops when the listener throws', () => {
    const seen: number[][] = []
    chooseK(iris, irisRows, irisColumns, { kMin: 3, kMax: 5, onK: (...step) => seen.push(step) })
    expect(seen).toEqual([
      [3, 0, 3],
      [4, 1, 3],
      [5, 2, 3],
    ])
    const stop = () => {
      throw new Error('cancelled')
    }
    expect(() => chooseK(iris, irisRows, irisColumns, { onK: stop })).toThrow('cancelled')
  })

  it('goes no further than the distinct rows', () => {
    const data = Float64Array.of(0, 0, 1, 1, 9, 9)
    expect(chooseK(data, 6, 1).evidence.map(({ k }) => k)).toEqual([2, 3])
  })

  it('refuses one group, a wrong range and rows that are all alike', () => {
    expect(() => chooseK(iris, irisRows, irisColumns, { kMin: 1 })).toThrow(RangeError)
    expect(() => chooseK(iris, irisRows, irisColumns, { kMin: 4, kMax: 3 })).toThrow(RangeError)
    expect(() => chooseK(new Float64Array(10), 10, 1)).toThrow('only 1 distinct rows')
  })

  type Draw = (random: () => number, group: number, column: number) => number
  const planted: { name: string; k: number; columns: number; rows: number; draw: Draw; sizes?: number[] }[] =
    [
      { name: 'two', k: 2, columns: 4, rows: 800, draw: (r, g) => 3 * g + drawNormal(r) },
      { name: 'three of 5, 25 and 70%', k: 3, columns: 3, rows: 2000, sizes: [5, 25, 70], draw: corner },
      { name: 'four stretched ones', k: 4, columns: 4, rows: 1600, draw: (r, g, c) => corner(r, g, c, 3) },
      { name: 'ten', k: 10, columns: 10, rows: 3000, draw: corner },
      { name: 'six in twelve columns', k: 6, columns: 12, rows: 5000, draw: corner },
    ]

  /** Groups at the ends of the axes, `stretch` wider along the first half of the columns. */
  function corner(random: () => number, group: number, column: number, stretch = 1): number {
    const wide = stretch > 1 && column % 2 === 0
    return 8 * stretch * Number(column === group) + (wide ? stretch : 1) * drawNormal(random)
  }

  it.each(planted)('finds $name', { timeout: 60_000 }, ({ k, columns, rows, draw, sizes }) => {
    const random = createRandom(7)
    const groups = sizes?.flatMap((size, group) => Array<number>(size).fill(group)) ?? [...Array(k).keys()]
    const data = Float64Array.from({ length: rows * columns }, (_, p) =>
      draw(random, groups[Math.floor(p / columns) % groups.length]!, p % columns),
    )
    const chosen = chooseK(data, rows, columns, { seed: 3 })
    expect(chosen.recommendation.k).toBe(k)
    expect(chosen.noNaturalGroups).toBe(false)
    expect(Math.min(...chosen.clusterStability[k - 2]!.map(Number))).toBeGreaterThan(0.9)
  })

  it('says that there are no groups, and fits some all the same', () => {
    const random = createRandom(11)
    const data = Float64Array.from({ length: 2000 * 3 }, () => drawNormal(random))
    const chosen = chooseK(data, 2000, 3)
    expect(chosen.noNaturalGroups).toBe(true)
    expect(chosen.naturalGroups.comparisons.map(({ k }) => k)).toEqual(chosen.evidence.map(({ k }) => k))
    expect(chosen.recommendation.k).toBeGreaterThanOrEqual(2)
    expect(chosen.fits).toHaveLength(9)
  })
})
