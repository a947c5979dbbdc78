import { kmeans as mlKmeans } from 'ml-kmeans'
import { openRows } from '@/lib/clustering-engine/open-rows'
import { createRandom, type RandomSource, sampleIndices } from '@/lib/statistics/random'
import { findDistinctRows, gatherRows } from './matrix'
import { refine } from './refine'

const SAMPLE_ROWS = 2000
const SUBSAMPLE_ROWS = 300
const SUBSAMPLE_ROWS_PER_CLUSTER = 20
const SUBSAMPLE_ITERATIONS = 2
const SAMPLE_ITERATIONS = 100

interface Seeding {
  k: number
  seed: number
  restarts: number
  shiftTolerance: number
}

/** A sorted sample of rows that holds at least k distinct ones whenever the data does. */
function sampleDistinct(
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  size: number,
  k: number,
  random: RandomSource,
): Float64Array {
  const picked = sampleIndices(rows, size, random)
  const sample = gatherRows(data, columns, picked)
  if (picked.length === rows || findDistinctRows(sample, picked.length, columns, k).length === k)
    return sample
  return gatherRows(data, columns, [...picked, ...findDistinctRows(data, rows, columns, k)])
}

function toRows(data: Float64Array, columns: number): number[][] {
  return Array.from({ length: data.length / columns }, (_, i) =>
    Array.from(data.subarray(i * columns, (i + 1) * columns)),
  )
}

/**
 * Starting centroids (k × columns) for data with at least k distinct rows, k ≥ 2. Every restart runs
 * k-means++ and two steps of `ml-kmeans` on its own subsample, is refined on a common sample of up to 2,000
 * rows, and the lowest inertia there wins (after Bradley & Fayyad 1998, Refining initial points).
 */
export function seedCentroids(
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  { k, seed, restarts, shiftTolerance }: Seeding,
): Float64Array {
  const random = createRandom(seed)
  const sample = sampleDistinct(data, rows, columns, SAMPLE_ROWS, k, random)
  const sampleRows = sample.length / columns
  const size = Math.max(SUBSAMPLE_ROWS, SUBSAMPLE_ROWS_PER_CLUSTER * k)
  let winner: { centroids: Float64Array; inertia: number } | undefined
  const labelled = openRows(sample, sampleRows, columns, k)
  try {
    for (let restart = 0; restart < restarts; restart++) {
      const subsample = sampleDistinct(sample, sampleRows, columns, size, k, random)
      const { centroids: start } = mlKmeans(toRows(subsample, columns), k, {
        seed: Math.floor(random() * 0x7fffffff),
        initialization: 'kmeans++',
        maxIterations: SUBSAMPLE_ITERATIONS,
      })
      const { centroids } = refine(labelled, {
        data: sample,
        columns,
        k,
        initial: Float64Array.from(start.flat()),
        maxIterations: SAMPLE_ITERATIONS,
        shiftTolerance,
      })
      const inertia = labelled.measure(centroids)
      if (!winner || inertia < winner.inertia) winner = { centroids, inertia }
    }
  } finally {
    labelled.close()
  }
  if (!winner) throw new RangeError('restarts must be at least 1')
  return winner.centroids
}
