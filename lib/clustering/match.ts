const SAME_FROM = 0.3

/**
 * One-to-one assignment of rows to columns with the greatest sum of weights (≥ 0), by the Hungarian method with
 * potentials (Kuhn 1955, Munkres 1957) in O(n³). Returns a column per row; with more rows than columns some rows get an
 * index beyond the columns.
 */
function assignRows(weights: readonly (readonly number[])[], columns: number): number[] {
  const n = Math.max(weights.length, columns)
  const cost = (row: number, column: number) => -(weights[row]?.[column] ?? 0)
  const rowPotential = new Float64Array(n + 1)
  const columnPotential = new Float64Array(n + 1)
  /** row of each column, both counted from 1; 0 = none, and column 0 holds the row that looks for one */
  const rowOf = new Int32Array(n + 1)
  for (let row = 1; row <= n; row++) {
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const before = new Int32Array(n + 1)
    const seen = new Uint8Array(n + 1)
    rowOf[0] = row
    let column = 0
    while (rowOf[column] !== 0) {
      seen[column] = 1
      const current = rowOf[column]!
      let step = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= n; j++) {
        if (seen[j]) continue
        const reduced = cost(current - 1, j - 1) - rowPotential[current]! - columnPotential[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          before[j] = column
        }
        if (least[j]! < step) {
          step = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= n; j++) {
        if (seen[j]) {
          rowPotential[rowOf[j]!]! += step
          columnPotential[j]! -= step
        } else least[j]! -= step
      }
      column = next
    }
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!
      column = before[column]!
    }
  }
  const columnOf = new Array<number>(n).fill(0)
  for (let j = 1; j <= n; j++) columnOf[rowOf[j]! - 1] = j - 1
  return columnOf.slice(0, weights.length)
}

/** Shared customers ÷ customers in either, per pair of segments (Jaccard 1901); 0 for two empty ones. */
export function jaccardTable(overlap: readonly (readonly number[])[]): number[][] {
  const rows = overlap.map((row) => row.reduce((sum, n) => sum + n, 0))
  const columns = (overlap[0] ?? []).map((_, j) => overlap.reduce((sum, row) => sum + row[j]!, 0))
  return overlap.map((row, i) =>
    row.map((both, j) => {
      const either = rows[i]! + columns[j]! - both
      return either > 0 ? both / either : 0
    }),
  )
}

/**
 * Which segment of one run is which of another, from `overlap[a][b]` = customers in both: the one-to-one pairs that
 * share the most customers among those alike enough (Jaccard of at least 0.3). Returns an index of b per a, null
 * without a counterpart.
 */
export function matchSegments(overlap: readonly (readonly number[])[]): (number | null)[] {
  const alike = jaccardTable(overlap)
  const weights = overlap.map((row, i) => row.map((both, j) => (alike[i]![j]! >= SAME_FROM ? both : 0)))
  return assignRows(weights, overlap[0]?.length ?? 0).map((j, i) => (weights[i]![j] ? j : null))
}
