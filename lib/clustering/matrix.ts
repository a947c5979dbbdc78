/** The given rows of a row-major matrix, in that order, as a new matrix. */
export function gatherRows(
  data: Float64Array | Float32Array,
  columns: number,
  indices: ArrayLike<number>,
): Float64Array {
  const gathered = new Float64Array(indices.length * columns)
  for (let i = 0; i < indices.length; i++) {
    const start = indices[i]! * columns
    gathered.set(data.subarray(start, start + columns), i * columns)
  }
  return gathered
}

/** Means of the columns of a row-major matrix, rows ≥ 1. */
export function columnMeans(data: Float64Array, rows: number, columns: number): Float64Array {
  const means = new Float64Array(columns)
  for (let row = 0, p = 0; row < rows; row++) for (let c = 0; c < columns; c++, p++) means[c]! += data[p]!
  for (let c = 0; c < columns; c++) means[c]! /= rows
  return means
}

/** Σ‖row − centre‖² over all rows. */
export function totalSquares(data: Float64Array, rows: number, centre: Float64Array): number {
  const columns = centre.length
  let total = 0
  for (let row = 0, p = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++, p++) total += (data[p]! - centre[c]!) ** 2
  }
  return total
}

/** J(C) = Σ‖x − centroid of its label‖², accumulated in double precision from the data. */
export function measureInertia(
  data: Float64Array,
  columns: number,
  labels: Int32Array,
  centroids: Float64Array,
): number {
  let total = 0
  for (let row = 0, p = 0; row < labels.length; row++) {
    let squared = 0
    for (let c = 0, q = labels[row]! * columns; c < columns; c++, p++, q++) {
      squared += (data[p]! - centroids[q]!) ** 2
    }
    total += squared
  }
  return total
}

/** Indices of the first rows that differ from one another, at most `limit` of them. O(rows × limit × columns). */
export function findDistinctRows(
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  limit: number,
): number[] {
  const distinct: number[] = []
  const same = (a: number, b: number) => {
    for (let c = 0; c < columns; c++) if (data[a * columns + c] !== data[b * columns + c]) return false
    return true
  }
  for (let row = 0; row < rows && distinct.length < limit; row++) {
    if (!distinct.some((other) => same(other, row))) distinct.push(row)
  }
  return distinct
}
