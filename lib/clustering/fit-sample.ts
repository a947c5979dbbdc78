import { openRows } from '@/lib/clustering-engine/open-rows'
import type { RandomSource } from '@/lib/statistics/random'
import { refine } from './refine'

const MAX_ITERATIONS = 100
/** relative, of the mean variance of the columns, as the tolerance of kmeans */
const TOLERANCE = 1e-4

/** A row by a chance proportional to its weight. */
function drawRow(weights: Float64Array, total: number, random: RandomSource): number {
  let left = random() * total
  for (let row = 0; row < weights.length; row++) {
    left -= weights[row]!
    if (left < 0) return row
  }
  return weights.length - 1
}

/** Writes the lesser of `nearest` and the squared distance to a row, for all rows; returns their sum. */
function measureNearest(
  data: Float64Array,
  columns: number,
  row: number,
  nearest: Float64Array,
  result: Float64Array,
): number {
  let total = 0
  for (let i = 0, p = 0; i < nearest.length; i++) {
    let squared = 0
    for (let c = 0, q = row * columns; c < columns; c++, p++, q++) {
      const difference = data[p]! - data[q]!
      squared += difference * difference
    }
    result[i] = Math.min(squared, nearest[i]!)
    total += result[i]!
  }
  return total
}

/**
 * k rows as centroids: the first by chance, each next the best of a few drawn by their squared distance to those there
 * (greedy k-means++, as in scikit-learn).
 */
function drawPlusPlus(
  data: Float64Array,
  rows: number,
  columns: number,
  k: number,
  random: RandomSource,
): Float64Array {
  const trials = 2 + Math.floor(Math.log(k))
  const centroids = new Float64Array(k * columns)
  let nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY)
  let tried = new Float64Array(rows)
  let better = new Float64Array(rows)
  let total = 0
  for (let j = 0; j < k; j++) {
    let row = 0
    let least = Number.POSITIVE_INFINITY
    for (let trial = 0; trial < (j === 0 ? 1 : trials); trial++) {
      const candidate = j === 0 ? Math.floor(random() * rows) : drawRow(nearest, total, random)
      const sum = measureNearest(data, columns, candidate, nearest, tried)
      if (sum >= least) continue
      least = sum
      row = candidate
      ;[tried, better] = [better, tried]
    }
    centroids.set(data.subarray(row * columns, (row + 1) * columns), j * columns)
    total = least
    ;[nearest, better] = [better, nearest]
  }
  return centroids
}

export interface SampleFit {
  labels: Int32Array
  centroids: Float64Array
}

/**
 * The best of some k-means fits with k-means++ starts (Arthur & Vassilvitskii 2007) to a small row-major set. A cluster
 * may stay empty where there are fewer distinct rows than k.
 */
export function fitSample(
  data: Float64Array,
  rows: number,
  columns: number,
  { k, starts, random }: { k: number; starts: number; random: RandomSource },
): SampleFit {
  const labelled = openRows(data, rows, columns, k)
  try {
    const shiftTolerance = (TOLERANCE * labelled.totalSquares) / (rows * columns)
    let best: (SampleFit & { inertia: number }) | undefined
    for (let start = 0; start < starts; start++) {
      const initial = drawPlusPlus(data, rows, columns, k, random)
      const input = { data, columns, k, initial, maxIterations: MAX_ITERATIONS, shiftTolerance }
      const { centroids } = refine(labelled, input)
      const inertia = labelled.measure(centroids)
      if (best && inertia >= best.inertia) continue
      best = { labels: Int32Array.from(labelled.labels), centroids, inertia }
    }
    if (!best) throw new RangeError('there must be at least one start')
    return best
  } finally {
    labelled.close()
  }
}
