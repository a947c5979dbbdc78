import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { chooseK, type KEvidence, recommendK, structureOf } from './choose-k'
import { iris, irisColumns, irisRows } from './iris.fixture'
import { kmeans } from './kmeans'

function evidenceOf(k: number, silhouette: number, others: Partial<KEvidence> = {}): KEvidence {
  return { k, silhouette, calinskiHarabasz: 100, daviesBouldin: 1, inertia: 1, smallestShare: 0.2, ...others }
}

describe('recommendK', () => {
  it('takes the best silhouette when it is clearly ahead', () => {
    expect(recommendK([evidenceOf(2, 0.4), evidenceOf(3, 0.52), evidenceOf(4, 0.45)])).toEqual({
      k: 3,
      reason: 'bestSilhouette',
      structure: 'reasonable',
    })
  })

  it('lets the other indices decide between near ties', () => {
    const better = { calinskiHarabasz: 200, daviesBouldin: 0.5 }
    expect(
      recommendK([evidenceOf(3, 0.41), evidenceOf(5, 0.4, better), evidenceOf(6, 0.38, better)]),
    ).toEqual({
      k: 5,
      reason: 'otherIndices',
      structure: 'weak',
    })
  })

  it('stays with the silhouette when the other indices disagree', () => {
    const [dense, apart] = [{ calinskiHarabasz: 200 }, { daviesBouldin: 0.5 }]
    expect(recommendK([evidenceOf(3, 0.41, dense), evidenceOf(5, 0.4, apart)]).k).toBe(3)
  })

  it('prefers more than two segments when they cost next to nothing', () => {
    const better = { calinskiHarabasz: 200, daviesBouldin: 0.5 }
    const close = [evidenceOf(2, 0.4, better), evidenceOf(3, 0.36), evidenceOf(4, 0.375)]
    expect(recommendK(close)).toMatchObject({ k: 4, reason: 'moreThanTwo' })
  })

  it('keeps two when more would cost too much', () => {
    const far = [evidenceOf(2, 0.68), evidenceOf(3, 0.55)]
    expect(recommendK(far)).toEqual({ k: 2, reason: 'bestSilhouette', structure: 'reasonable' })
  })

  it('passes over a k with a cluster of next to nobody, unless all are so', () => {
    const tiny = { smallestShare: 0.002 }
    expect(recommendK([evidenceOf(2, 0.9, tiny), evidenceOf(3, 0.3)]).k).toBe(3)
    expect(recommendK([evidenceOf(2, 0.3, tiny), evidenceOf(3, 0.9, tiny)]).k).toBe(3)
  })

  it('says so when there is no structure', () => {
    expect(recommendK([evidenceOf(3, 0.12)]).structure).toBe('none')
    expect([0.71, 0.51, 0.26, 0.25].map(structureOf)).toEqual(['strong', 'reasonable', 'weak', 'none'])
  })

  it('needs evidence', () => expect(() => recommendK([])).toThrow(RangeError))
})

describe('chooseK', () => {
  it('measures iris as scikit-learn does and keeps its two clear groups', () => {
    const { evidence, fits, recommendation, silhouetteRows } = chooseK(iris, irisRows, irisColumns)
    expect(evidence.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect(evidence[1]!.silhouette).toBeCloseTo(0.5528190123564095, 10)
    expect(evidence[1]!.calinskiHarabasz).toBeCloseTo(561.62775662962, 8)
    expect(evidence[1]!.daviesBouldin).toBeCloseTo(0.6619715465007465, 10)
    expect(evidence[1]!.inertia).toBeCloseTo(78.851441426146, 8)
    expect(evidence[1]!.smallestShare).toBeCloseTo(38 / 150, 12)
    expect(fits[1]).toEqual(kmeans(iris, irisRows, irisColumns, { k: 3 }))
    expect(silhouetteRows).toBe(150)
    expect(recommendation).toEqual({ k: 2, reason: 'bestSilhouette', structure: 'reasonable' })
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
    expect(first.silhouetteRows).toBe(3000)
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
})
