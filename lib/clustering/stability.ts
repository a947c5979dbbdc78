import { createRandom, sampleIndices } from '@/lib/statistics/random'
import { fitSample } from './fit-sample'
import { gatherRows } from './matrix'
import type { Labeling } from './silhouette'

export interface StabilityOptions {
  /** default 20 */
  resamples?: number
  /** rows drawn, once, where there are more; default 1,000 */
  sampleRows?: number
  /** default 1 */
  seed?: number
}

export interface Stability {
  /** rows the resamples were drawn from: all, or a sample */
  rows: number
  resamples: number
  /** per labeling, in the given order: per cluster the mean Jaccard similarity, null without a row; and their mean */
  scores: { mean: number | null; clusters: (number | null)[] }[]
}

const STARTS = 2

/** Per cluster of `labels`, the best Jaccard similarity with a cluster of `others`; −1 for a cluster without a row. */
export function matchClusters(
  labels: Int32Array,
  others: Int32Array,
  k: number,
  otherK: number,
): Float64Array {
  const shared = new Int32Array(k * otherK)
  const sizes = new Int32Array(k)
  const otherSizes = new Int32Array(otherK)
  for (let i = 0; i < labels.length; i++) {
    shared[labels[i]! * otherK + others[i]!]!++
    sizes[labels[i]!]!++
    otherSizes[others[i]!]!++
  }
  return Float64Array.from(sizes, (size, cluster) => {
    if (size === 0) return -1
    let best = 0
    for (let other = 0; other < otherK; other++) {
      const both = shared[cluster * otherK + other]!
      best = Math.max(best, both / (size + otherSizes[other]! - both))
    }
    return best
  })
}

/** Draws as many indices as there are rows, with replacement; each drawn index once, and the whole draw. */
function drawResample(rows: number, random: () => number): { distinct: Int32Array; all: Int32Array } {
  const counts = new Int32Array(rows)
  for (let i = 0; i < rows; i++) counts[Math.floor(random() * rows)]!++
  const distinct: number[] = []
  const all: number[] = []
  for (let row = 0; row < rows; row++) {
    if (counts[row]! > 0) distinct.push(row)
    for (let i = 0; i < counts[row]!; i++) all.push(row)
  }
  return { distinct: Int32Array.from(distinct), all: Int32Array.from(all) }
}

/**
 * How well each cluster is found again when k-means is fitted anew to bootstrap resamples: the mean over the resamples
 * of its best Jaccard similarity with a cluster there, on the rows that were drawn. 0.75 and more: stable; below 0.6: not
 * to be trusted. Row-major data; its labelings may have different k. Source: Hennig 2007, Cluster-wise assessment of
 * cluster stability.
 */
export function measureStability(
  data: Float64Array,
  rows: number,
  columns: number,
  labelings: readonly Labeling[],
  { resamples = 20, sampleRows = 1000, seed = 1 }: StabilityOptions = {},
): Stability {
  const random = createRandom(seed)
  const picked = sampleIndices(rows, sampleRows, random)
  const sample = gatherRows(data, columns, picked)
  const own = labelings.map(({ labels }) => Int32Array.from(picked, (row) => labels[row]!))
  const sums = labelings.map(({ k }) => new Float64Array(k))
  const seen = labelings.map(({ k }) => new Int32Array(k))
  for (let resample = 0; resample < resamples; resample++) {
    const { distinct, all } = drawResample(picked.length, random)
    const drawn = gatherRows(sample, columns, all)
    labelings.forEach(({ k }, l) => {
      const fit = fitSample(drawn, all.length, columns, { k, starts: STARTS, random })
      const others = new Int32Array(distinct.length)
      for (let i = 0, position = 0; i < distinct.length; i++) {
        others[i] = fit.labels[position]!
        while (all[position] === distinct[i]) position++
      }
      const labels = Int32Array.from(distinct, (row) => own[l]![row]!)
      matchClusters(labels, others, k, k).forEach((similarity, cluster) => {
        if (similarity < 0) return
        sums[l]![cluster]! += similarity
        seen[l]![cluster]!++
      })
    })
  }
  const scores = labelings.map((_, l) => {
    const clusters = Array.from(sums[l]!, (sum, j) => (seen[l]![j]! > 0 ? sum / seen[l]![j]! : null))
    const known = clusters.filter((value) => value !== null)
    const mean = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null
    return { mean, clusters }
  })
  return { rows: picked.length, resamples, scores }
}
