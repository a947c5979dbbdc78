import { median } from '@/lib/statistics/quantiles'

export interface FeatureProfile {
  /** of the raw values that are there; null when no row of the segment has one */
  mean: number | null
  median: number | null
  /** mean of the prepared values: standard deviations from the mean of all rows */
  z: number
}

export interface SegmentProfile {
  size: number
  /** one per column */
  features: FeatureProfile[]
}

export interface ProfileInput {
  /** the raw columns, one value per row; not finite = missing */
  raw: readonly Float64Array[]
  /** the prepared values, rows × columns, row-major */
  prepared: Float64Array
  /** one per row, 0 … k−1 */
  labels: Int32Array
  k: number
}

/** What each of the k segments looks like, feature by feature; an empty segment has z = 0. */
export function profileSegments({ raw, prepared, labels, k }: ProfileInput): SegmentProfile[] {
  const columns = raw.length
  if (prepared.length !== labels.length * columns) {
    throw new RangeError(
      `prepared has ${prepared.length} values, not ${labels.length} rows × ${columns} columns`,
    )
  }
  const sizes = new Int32Array(k)
  const sums = new Float64Array(k * columns)
  for (let row = 0, p = 0; row < labels.length; row++) {
    const label = labels[row]!
    sizes[label]!++
    for (let c = 0; c < columns; c++, p++) sums[label * columns + c]! += prepared[p]!
  }
  const spread = raw.map((column) => splitBySegment(column, labels, sizes))
  return Array.from(sizes, (size, segment) => ({
    size,
    features: spread.map((segments, c) => ({
      ...centreOf(segments[segment]!),
      z: size > 0 ? sums[segment * columns + c]! / size : 0,
    })),
  }))
}

/** The values of one column that are there, per segment. */
function splitBySegment(column: Float64Array, labels: Int32Array, sizes: Int32Array): Float64Array[] {
  const segments = Array.from(sizes, (size) => new Float64Array(size))
  const filled = new Int32Array(sizes.length)
  for (let row = 0; row < labels.length; row++) {
    const value = column[row]!
    const label = labels[row]!
    if (Number.isFinite(value)) segments[label]![filled[label]!++] = value
  }
  return segments.map((values, segment) => values.subarray(0, filled[segment]!))
}

function centreOf(values: Float64Array): { mean: number | null; median: number | null } {
  if (values.length === 0) return { mean: null, median: null }
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, median: median(values) }
}

/** Euclidean distance of every row (rows × columns, row-major) to the centroid of its label (k × columns). */
export function measureDistances(
  prepared: Float64Array,
  columns: number,
  labels: Int32Array,
  centroids: Float64Array,
): Float64Array {
  return Float64Array.from(labels, (label, row) => {
    let squared = 0
    for (let c = 0; c < columns; c++) {
      squared += (prepared[row * columns + c]! - centroids[label * columns + c]!) ** 2
    }
    return Math.sqrt(squared)
  })
}
