import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { kmeans } from './kmeans'
import { matchClusters, measureStability } from './stability'

describe('matchClusters', () => {
  it('takes the best Jaccard similarity of each cluster', () => {
    const labels = Int32Array.of(0, 0, 0, 1, 1, 3)
    const others = Int32Array.of(1, 1, 0, 0, 0, 0)
    // {0, 1, 2} with {0, 1}: 2/3; {3, 4} with {2, 3, 4, 5}: 2/4; nobody; {5} with {2, 3, 4, 5}: 1/4
    expect([...matchClusters(labels, others, 4, 2)]).toEqual([2 / 3, 1 / 2, -1, 1 / 4])
  })
})

describe('measureStability', () => {
  const random = createRandom(3)
  const rows = 1500
  const blobs = Float64Array.from({ length: rows * 2 }, (_, p) =>
    p % 2 === 0 ? 9 * (Math.floor(p / 2) % 3) + drawNormal(random) : drawNormal(random),
  )
  const fits = [3, 5].map((k) => ({ k, labels: kmeans(blobs, rows, 2, { k }).labels }))

  it('is 1 for clusters that are there, and less for halves of them', () => {
    const { rows: measured, resamples, scores } = measureStability(blobs, rows, 2, fits)
    expect([measured, resamples]).toEqual([1000, 20])
    for (const cluster of scores[0]!.clusters) expect(cluster).toBeGreaterThan(0.99)
    expect(scores[1]!.mean).toBeLessThan(0.9)
    expect(scores[1]!.clusters).toHaveLength(5)
  })

  it('finds arbitrary cuts of one Gaussian wanting', () => {
    const data = Float64Array.from({ length: 800 * 5 }, () => drawNormal(random))
    const { labels } = kmeans(data, 800, 5, { k: 6 })
    expect(measureStability(data, 800, 5, [{ labels, k: 6 }]).scores[0]!.mean).toBeLessThan(0.6)
  })

  it('is the mean of its clusters, and the same for the same seed', () => {
    const first = measureStability(blobs, rows, 2, fits, { resamples: 5, sampleRows: 300, seed: 4 })
    const clusters = first.scores[1]!.clusters.map(Number)
    expect(first.scores[1]!.mean).toBeCloseTo(clusters.reduce((sum, value) => sum + value, 0) / 5, 12)
    expect(first.rows).toBe(300)
    expect(measureStability(blobs, rows, 2, fits, { resamples: 5, sampleRows: 300, seed: 4 })).toEqual(first)
  })

  it('has no stability for a cluster without a row', () => {
    const labels = Int32Array.from(fits[0]!.labels, (label) => label * 2)
    const { clusters } = measureStability(blobs, rows, 2, [{ labels, k: 5 }], { resamples: 2 }).scores[0]!
    expect(clusters.map((value) => value === null)).toEqual([false, true, false, true, false])
  })
})
