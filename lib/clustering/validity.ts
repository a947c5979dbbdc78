import { columnMeans, measureInertia, totalSquares } from './matrix'
import { requireLabels } from './silhouette'

interface Clusters {
  /** k × columns; an empty cluster has zeros */
  centroids: Float64Array
  sizes: Int32Array
  /** clusters that hold a row */
  present: number[]
}

/** Means and sizes of the clusters of row-major data. Throws RangeError on wrong lengths or labels. */
function measureClusters(
  data: Float64Array,
  rows: number,
  columns: number,
  labels: Int32Array,
  k: number,
): Clusters {
  if (data.length !== rows * columns || rows === 0) {
    throw new RangeError(`data has ${data.length} values, not ${rows} rows × ${columns} columns`)
  }
  requireLabels(labels, rows, k)
  const centroids = new Float64Array(k * columns)
  const sizes = new Int32Array(k)
  for (let row = 0, p = 0; row < rows; row++) {
    const label = labels[row]!
    sizes[label]!++
    for (let c = 0, q = label * columns; c < columns; c++, p++, q++) centroids[q]! += data[p]!
  }
  for (let q = 0; q < centroids.length; q++) centroids[q]! /= Math.max(1, sizes[Math.floor(q / columns)]!)
  const present = Array.from(sizes.keys()).filter((j) => sizes[j]! > 0)
  if (present.length < 2) throw new RangeError('there must be at least 2 clusters')
  return { centroids, sizes, present }
}

function distanceBetween(a: Float64Array, i: number, b: Float64Array, j: number, columns: number): number {
  let squared = 0
  for (let c = 0; c < columns; c++) squared += (a[i * columns + c]! - b[j * columns + c]!) ** 2
  return Math.sqrt(squared)
}

/**
 * Ratio of the between- to the within-cluster variance, [B / (k − 1)] / [W / (n − k)]: higher is better. 1 when no
 * row is off its cluster's mean, as in scikit-learn. Row-major data (rows × columns); empty clusters do not count;
 * RangeError for fewer than 2 clusters. Source: Caliński & Harabasz 1974.
 */
export function calinskiHarabasz(
  data: Float64Array,
  rows: number,
  columns: number,
  labels: Int32Array,
  k: number,
): number {
  const { centroids, present } = measureClusters(data, rows, columns, labels, k)
  const within = measureInertia(data, columns, labels, centroids)
  if (within === 0) return 1
  const between = totalSquares(data, rows, columnMeans(data, rows, columns)) - within
  return (between * (rows - present.length)) / (within * (present.length - 1))
}

/**
 * Mean over the clusters of the worst (s_i + s_j) / d(μ_i, μ_j), where s is the mean distance to the cluster's mean:
 * lower is better. 0 when no row is off its cluster's mean. Row-major data (rows × columns); empty clusters do
 * not count; RangeError for fewer than 2 clusters. Source: Davies & Bouldin 1979, as in scikit-learn.
 */
export function daviesBouldin(
  data: Float64Array,
  rows: number,
  columns: number,
  labels: Int32Array,
  k: number,
): number {
  const { centroids, sizes, present } = measureClusters(data, rows, columns, labels, k)
  const spreads = new Float64Array(k)
  for (let row = 0; row < rows; row++) {
    const label = labels[row]!
    spreads[label]! += distanceBetween(data, row, centroids, label, columns) / sizes[label]!
  }
  let total = 0
  for (const i of present) {
    let worst = 0
    for (const j of present) {
      const apart = i === j ? 0 : distanceBetween(centroids, i, centroids, j, columns)
      if (apart > 0) worst = Math.max(worst, (spreads[i]! + spreads[j]!) / apart)
    }
    total += worst
  }
  return total / present.length
}
