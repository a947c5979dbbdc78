import { openRows } from '@/lib/clustering-engine/open-rows'
import type { LabelledRows } from './labelled-rows'
import { findDistinctRows } from './matrix'
import { type Refinement, refine } from './refine'
import { seedCentroids } from './seeding'

export interface KmeansOptions {
  k: number
  /** default 1; ignored with `initial` */
  seed?: number
  /** seeded starts on the sample, default 10; ignored with `initial` */
  restarts?: number
  /**
   * k × columns, row-major, or several of them: the best of these starts (the first of equals), in its order. A start is
   * given up once its inertia would stay above the best one found even if it fell on for 20 iterations as it just did.
   */
  initial?: Float64Array
  /** default 300 */
  maxIterations?: number
  /** relative: stop when Σ‖shift‖² ≤ tolerance × mean variance of the columns; default 1e-4, 0 = exact */
  tolerance?: number
  /** after every iteration, with the inertia of the rows about their new means */
  onIteration?: (i: number, inertia: number) => void
}

export interface KmeansResult {
  labels: Int32Array
  /** k × columns, row-major */
  centroids: Float64Array
  sizes: Int32Array
  inertia: number
  iterations: number
  converged: boolean
}

/** For how many more iterations a start that lags behind is hoped to fall on as it just did. */
const HOPED_ITERATIONS = 20

function requireInteger(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}`)
  }
}

function requireFinite(name: string, values: Float64Array | Float32Array, columns: number): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i]!)) continue
    throw new RangeError(
      `${name} must be finite: row ${Math.floor(i / columns)}, column ${i % columns} is ${values[i]}`,
    )
  }
}

function validate(
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  options: Required<KmeansOptions>,
): void {
  const { k, initial } = options
  requireInteger('rows', rows, 1)
  requireInteger('columns', columns, 1)
  requireInteger('k', k, 1)
  requireInteger('restarts', options.restarts, 1)
  requireInteger('maxIterations', options.maxIterations, 1)
  if (!(options.tolerance >= 0)) throw new RangeError(`tolerance must not be negative: ${options.tolerance}`)
  if (data.length !== rows * columns) {
    throw new RangeError(`data has ${data.length} values, not ${rows} rows × ${columns} columns`)
  }
  if (k > rows) throw new RangeError(`k is ${k}, but there are only ${rows} rows`)
  if (initial.length % (k * columns) !== 0) {
    throw new RangeError(`initial has ${initial.length} values, not ${k} centroids × ${columns} columns`)
  }
  requireFinite('initial', initial, columns)
}

/** Largest cluster first, equal sizes by their centroids' coordinates. */
function orderCanonically(
  labels: Int32Array,
  { centroids, sizes, ...rest }: Refinement,
  columns: number,
): Refinement {
  const compare = (a: number, b: number) => {
    if (sizes[a] !== sizes[b]) return sizes[b]! - sizes[a]!
    for (let c = 0; c < columns; c++) {
      const difference = centroids[a * columns + c]! - centroids[b * columns + c]!
      if (difference !== 0) return difference
    }
    return a - b
  }
  const order = Array.from(sizes, (_, j) => j).sort(compare)
  const rank = new Int32Array(order.length)
  order.forEach((cluster, position) => {
    rank[cluster] = position
  })
  for (let row = 0; row < labels.length; row++) labels[row] = rank[labels[row]!]!
  return {
    ...rest,
    sizes: Int32Array.from(order, (cluster) => sizes[cluster]!),
    centroids: Float64Array.from(centroids, (_, p) => {
      return centroids[order[Math.floor(p / columns)]! * columns + (p % columns)]!
    }),
  }
}

/** By hand, as a typed array made from one on shared memory takes five times as long. */
function copyLabels({ labels }: LabelledRows): Int32Array {
  const copy = new Int32Array(labels.length)
  for (let row = 0; row < copy.length; row++) copy[row] = labels[row]!
  return copy
}

function clusterAsOne({ mean, totalSquares, labels }: LabelledRows): KmeansResult {
  return {
    labels: new Int32Array(labels.length),
    centroids: mean,
    sizes: Int32Array.of(labels.length),
    inertia: totalSquares,
    iterations: 1,
    converged: true,
  }
}

/**
 * K-means: minimises J(C) = Σ_k Σ_{x∈C_k} ‖x − μ_k‖² over row-major data (rows × columns). The same data,
 * options and seed give the same labels to the byte. Without `initial` the clusters come largest first. Every
 * row is labelled with its nearest returned centroid and no cluster is empty, except that a run cut off by
 * `maxIterations` (converged: false) may end with one. Float32 data counts as the same numbers in doubles.
 *
 * Throws RangeError on values that are not finite, k < 1, k above the rows or the distinct rows, wrong lengths.
 * Stopping rule as in scikit-learn's KMeans.
 */
export function kmeans(
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  { k, seed = 1, restarts = 10, initial, maxIterations = 300, tolerance = 1e-4, onIteration }: KmeansOptions,
): KmeansResult {
  const given = initial ?? new Float64Array(0)
  const settings = { k, seed, restarts, maxIterations, tolerance, initial: given, onIteration: noop }
  validate(data, rows, columns, settings)
  if (initial?.length === 0) throw new RangeError('initial is empty')
  const labelled = openRows(data, rows, columns, k)
  try {
    if (!labelled.finite) requireFinite('data', data, columns)
    const distinct = findDistinctRows(data, rows, columns, k).length
    if (distinct < k) throw new RangeError(`k is ${k}, but there are only ${distinct} distinct rows`)
    const { mean, totalSquares } = labelled
    if (k === 1) {
      onIteration?.(1, totalSquares)
      return clusterAsOne(labelled)
    }
    const shiftTolerance = (tolerance * totalSquares) / (rows * columns)
    const refineFrom = (start: Float64Array, best = Number.POSITIVE_INFINITY) => {
      let before = Number.POSITIVE_INFINITY
      return refine(labelled, {
        ...{ data, columns, k, initial: start, maxIterations, shiftTolerance },
        onIteration(i, state) {
          const inertia = totalSquares - betweenSquares(state, mean)
          onIteration?.(i, inertia)
          const isBehind = inertia - HOPED_ITERATIONS * (before - inertia) > best
          before = inertia
          return isBehind
        },
      })
    }
    if (initial) return keepBest(labelled, splitStarts(initial, k * columns), refineFrom)
    const refined = refineFrom(seedCentroids(data, rows, columns, { k, seed, restarts, shiftTolerance }))
    const labels = copyLabels(labelled)
    const inertia = labelled.measure(refined.centroids)
    return { labels, inertia, ...orderCanonically(labels, refined, columns) }
  } finally {
    labelled.close()
  }
}

function noop(): void {}

function splitStarts(starts: Float64Array, length: number): Float64Array[] {
  return Array.from({ length: starts.length / length }, (_, i) =>
    starts.subarray(i * length, (i + 1) * length),
  )
}

function keepBest(
  labelled: LabelledRows,
  starts: readonly Float64Array[],
  refineFrom: (start: Float64Array, best: number) => Refinement,
): KmeansResult {
  let best: KmeansResult | null = null
  for (const start of starts) {
    const refined = refineFrom(start, best?.inertia ?? Number.POSITIVE_INFINITY)
    const inertia = labelled.measure(refined.centroids)
    if (!best || inertia < best.inertia) best = { labels: copyLabels(labelled), inertia, ...refined }
  }
  return best as KmeansResult
}

/** Σ n_j ‖μ_j − mean‖²: what total squares lose to the inertia. */
function betweenSquares(
  { centroids, sizes }: { centroids: Float64Array; sizes: Int32Array },
  mean: Float64Array,
): number {
  let between = 0
  for (let p = 0; p < centroids.length; p++) {
    const column = p % mean.length
    between += sizes[(p - column) / mean.length]! * (centroids[p]! - mean[column]!) ** 2
  }
  return between
}
