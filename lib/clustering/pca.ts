import { decomposeSymmetric } from '@/lib/statistics/eigen'
import { columnMeans } from './matrix'

export interface Pca {
  mean: Float64Array
  /** columns × columns, row-major: row i holds the unit weights of axis i, its largest weight positive */
  components: Float64Array
  /** share of the total variance per axis, descending; all 0 when nothing varies */
  explained: Float64Array
  /** of all axes together, with rows as the divisor */
  totalVariance: number
}

/** Population covariance (columns × columns) of a row-major matrix about its mean. */
function covariance(data: Float64Array, rows: number, mean: Float64Array): Float64Array {
  const columns = mean.length
  const matrix = new Float64Array(columns * columns)
  const centred = new Float64Array(columns)
  for (let row = 0, p = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++, p++) centred[c] = data[p]! - mean[c]!
    for (let a = 0; a < columns; a++) {
      for (let b = a; b < columns; b++) matrix[a * columns + b]! += centred[a]! * centred[b]!
    }
  }
  for (let a = 0; a < columns; a++) {
    for (let b = a; b < columns; b++) {
      matrix[a * columns + b]! /= rows
      matrix[b * columns + a] = matrix[a * columns + b]!
    }
  }
  return matrix
}

/**
 * Positions (rows × axes, row-major) of row-major data on the first `axes` of the components (at least axes × columns);
 * an axis beyond the columns is 0.
 */
export function projectRows(
  data: Float64Array,
  mean: Float64Array,
  components: Float64Array,
  axes: number,
): Float64Array {
  const columns = mean.length
  const rows = data.length / columns
  const scores = new Float64Array(rows * axes)
  for (let row = 0; row < rows; row++) {
    for (let axis = 0; axis < Math.min(axes, columns); axis++) {
      let score = 0
      for (let c = 0; c < columns; c++) {
        score += (data[row * columns + c]! - mean[c]!) * components[axis * columns + c]!
      }
      scores[row * axes + axis] = score
    }
  }
  return scores
}

/**
 * Principal components of row-major data (rows × columns, rows ≥ 1), by the eigenvectors of its covariance. Throws
 * RangeError on wrong lengths or values that are not finite.
 */
export function pca(data: Float64Array, rows: number, columns: number): Pca {
  if (data.length !== rows * columns || data.length === 0) {
    throw new RangeError(`data has ${data.length} values, not ${rows} rows × ${columns} columns`)
  }
  const mean = columnMeans(data, rows, columns)
  const { values, vectors: components } = decomposeSymmetric(covariance(data, rows, mean), columns)
  const variances = values.map((value) => Math.max(0, value))
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  return {
    mean,
    components,
    explained: variances.map((variance) => (total > 0 ? variance / total : 0)),
    totalVariance: total,
  }
}
