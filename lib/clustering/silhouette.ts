import { openCellSums } from '@/lib/clustering-engine/open-cell-sums'
import { createRandom, sampleIndices } from '@/lib/statistics/random'
import { gatherRows } from './matrix'

export interface Labeling {
  /** one per row, 0 … k−1 */
  labels: Int32Array
  k: number
}

export interface SilhouetteOptions {
  /** all rows count up to here; default 5,000 */
  exactUpTo?: number
  /** rows drawn when there are more; default 2,000 */
  sampleSize?: number
  /** of the draw; default 1 */
  seed?: number
}

export interface Silhouettes {
  /** rows that were measured: all, or the sample */
  rows: number
  /** per labeling, in the given order; a cluster without a measured row is null */
  scores: { mean: number; clusters: (number | null)[] }[]
}

/**
 * Rows that all labelings agree on belong to one cell. Sums of distances are taken per cell and added up to those of
 * clusters, so that many labelings cost hardly more than one. `order` lists the rows cell by cell.
 */
interface Cells {
  order: Int32Array
  /** of each cell in `order`, and the end of the last */
  starts: Int32Array
}

function findCells(rows: number, labelings: readonly Labeling[]): Cells {
  const cells = new Int32Array(rows)
  let count = 1
  for (const { labels, k } of labelings) {
    const known = new Int32Array(count * k).fill(-1)
    count = 0
    for (let row = 0; row < rows; row++) {
      const key = cells[row]! * k + labels[row]!
      if (known[key] === -1) known[key] = count++
      cells[row] = known[key]!
    }
  }
  const starts = new Int32Array(count + 1)
  for (const cell of cells) starts[cell + 1]!++
  for (let cell = 0; cell < count; cell++) starts[cell + 1]! += starts[cell]!
  const next = starts.slice()
  const order = new Int32Array(rows)
  for (let row = 0; row < rows; row++) order[next[cells[row]!]!++] = row
  return { order, starts }
}

/** Per labeling, rows × k: Σ of the distances from a row to the rows of a cluster. */
function sumDistances(
  data: Float64Array,
  rows: number,
  columns: number,
  labelings: readonly Labeling[],
): Float64Array[] {
  const { order, starts } = findCells(rows, labelings)
  const sorted = gatherRows(data, columns, order)
  const lists = Array.from({ length: columns }, (_, c) =>
    Float64Array.from({ length: rows }, (_, i) => sorted[i * columns + c]!),
  )
  const cells = starts.length - 1
  const clusters = labelings.map(({ labels }) =>
    Int32Array.from({ length: cells }, (_, cell) => labels[order[starts[cell]!]!]!),
  )
  const sums = labelings.map(({ k }) => new Float64Array(rows * k))
  const distances = openCellSums(lists, starts)
  for (let i = 0; i < rows; i++) {
    const row = order[i]!
    const cellSums = distances.sum(i)
    for (let l = 0; l < labelings.length; l++) {
      const own = sums[l]!
      const clusterOf = clusters[l]!
      const offset = row * labelings[l]!.k
      for (let cell = 0; cell < cells; cell++) own[offset + clusterOf[cell]!]! += cellSums[cell]!
    }
  }
  distances.close()
  return sums
}

function scoreLabeling(sums: Float64Array, { labels, k }: Labeling): Silhouettes['scores'][number] {
  const sizes = new Int32Array(k)
  const totals = new Float64Array(k)
  for (const label of labels) sizes[label]!++
  for (let i = 0; i < labels.length; i++) {
    const own = labels[i]!
    if (sizes[own]! < 2) continue
    const within = sums[i * k + own]! / (sizes[own]! - 1)
    let nearest = Number.POSITIVE_INFINITY
    for (let other = 0; other < k; other++) {
      if (other === own || sizes[other] === 0) continue
      nearest = Math.min(nearest, sums[i * k + other]! / sizes[other]!)
    }
    const widest = Math.max(within, nearest)
    if (widest > 0 && nearest < Number.POSITIVE_INFINITY) totals[own]! += (nearest - within) / widest
  }
  return {
    mean: totals.reduce((sum, total) => sum + total, 0) / labels.length,
    clusters: Array.from(totals, (total, j) => (sizes[j]! > 0 ? total / sizes[j]! : null)),
  }
}

/**
 * Mean silhouette (b − a) / max(a, b), overall and per cluster, of many labelings of the same row-major data at the
 * price of one set of pairwise Euclidean distances. Above `exactUpTo` rows it is the silhouette of a seeded sample
 * within itself, as with scikit-learn's sample_size. A row alone in its cluster, or without another cluster, counts 0.
 * Throws RangeError on labels that do not fit. Source: Rousseeuw 1987.
 */
export function silhouettes(
  data: Float64Array,
  rows: number,
  columns: number,
  labelings: readonly Labeling[],
  { exactUpTo = 5000, sampleSize = 2000, seed = 1 }: SilhouetteOptions = {},
): Silhouettes {
  if (data.length !== rows * columns || rows === 0) {
    throw new RangeError(`data has ${data.length} values, not ${rows} rows × ${columns} columns`)
  }
  for (const { labels, k } of labelings) requireLabels(labels, rows, k)
  if (rows <= exactUpTo) return scoreAll(data, rows, columns, labelings)
  const picked = sampleIndices(rows, sampleSize, createRandom(seed))
  const sampled = labelings.map(({ labels, k }) => ({
    k,
    labels: Int32Array.from(picked, (row) => labels[row]!),
  }))
  return scoreAll(gatherRows(data, columns, picked), picked.length, columns, sampled)
}

function scoreAll(
  data: Float64Array,
  rows: number,
  columns: number,
  labelings: readonly Labeling[],
): Silhouettes {
  const sums = sumDistances(data, rows, columns, labelings)
  return { rows, scores: labelings.map((labeling, l) => scoreLabeling(sums[l]!, labeling)) }
}

/** Throws RangeError unless there is one label of 0 … k−1 per row. */
export function requireLabels(labels: Int32Array, rows: number, k: number): void {
  if (labels.length !== rows) throw new RangeError(`there are ${labels.length} labels for ${rows} rows`)
  const wrong = labels.find((label) => !(label >= 0 && label < k))
  if (wrong !== undefined) throw new RangeError(`label ${wrong} is not one of 0 … ${k - 1}`)
}
