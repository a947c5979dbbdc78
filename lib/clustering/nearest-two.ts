export interface NearestTwo {
  /** nearest centroid per row, the lower index when equally near */
  nearest: Int32Array
  /** Euclidean, to the nearest */
  distance: Float64Array
  /** second-nearest centroid, −1 when there is only one */
  second: Int32Array
  /** NaN when there is only one */
  secondDistance: Float64Array
}

/** The two nearest centroids (k × columns, row-major) of every row of row-major data. */
export function findNearestTwo(data: Float64Array, columns: number, centroids: Float64Array): NearestTwo {
  const rows = data.length / columns
  const k = centroids.length / columns
  const result: NearestTwo = {
    nearest: new Int32Array(rows),
    distance: new Float64Array(rows),
    second: new Int32Array(rows).fill(-1),
    secondDistance: new Float64Array(rows).fill(Number.NaN),
  }
  for (let row = 0; row < rows; row++) {
    let best = Number.POSITIVE_INFINITY
    let next = Number.POSITIVE_INFINITY
    let nearest = 0
    let second = -1
    for (let j = 0, p = 0; j < k; j++) {
      let squared = 0
      for (let q = row * columns, end = q + columns; q < end; p++, q++) {
        const difference = data[q]! - centroids[p]!
        squared += difference * difference
      }
      if (squared < best) {
        next = best
        second = j === 0 ? -1 : nearest
        best = squared
        nearest = j
      } else if (squared < next) {
        next = squared
        second = j
      }
    }
    result.nearest[row] = nearest
    result.distance[row] = Math.sqrt(best)
    if (second < 0) continue
    result.second[row] = second
    result.secondDistance[row] = Math.sqrt(next)
  }
  return result
}
