/** Sums of Euclidean distances from one point to groups of points. */
export interface CellSums {
  /** from point i to each cell; valid until the next call */
  sum: (i: number) => Float64Array
  close: () => void
}

/** Points as columns of values, of one length; cell j holds the points starts[j] … starts[j + 1] − 1. */
export type OpenCellSums = (lists: readonly Float64Array[], starts: Int32Array) => CellSums

/** Distances from point i to all points; column by column, as the kernel does it. */
function measureDistances(lists: readonly Float64Array[], i: number, distances: Float64Array): void {
  distances.fill(0)
  for (const list of lists) {
    const own = list[i]!
    for (let j = 0; j < distances.length; j++) {
      const difference = list[j]! - own
      distances[j]! += difference * difference
    }
  }
  for (let j = 0; j < distances.length; j++) distances[j] = Math.sqrt(distances[j]!)
}

export const openPlainCellSums: OpenCellSums = (lists, starts) => {
  const distances = new Float64Array(lists[0]?.length ?? 0)
  const sums = new Float64Array(starts.length - 1)
  return {
    sum(i) {
      measureDistances(lists, i, distances)
      for (let cell = 0, j = 0; cell < sums.length; cell++) {
        let sum = 0
        for (const end = starts[cell + 1]!; j < end; j++) sum += distances[j]!
        sums[cell] = sum
      }
      return sums
    },
    close: () => {},
  }
}
