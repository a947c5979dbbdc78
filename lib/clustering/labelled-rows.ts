/** Rows that are summed up together; the sums of chunks are added in their order, whoever computed them. */
export const chunkRows = 4096

/** What giving rows their nearest centroid needs to know; arrays have k entries, centroids k × columns. */
export interface Assignment {
  centroids: Float64Array
  /** per cluster, how far its bounds have drifted since the start; see refine.ts */
  skipBelow: Float64Array
  othersDrift: Float64Array
  /** distance to the nearest other centroid */
  centreDistance: Float64Array
}

/** Sums (k × columns) and sizes of the clusters. */
export interface Totals {
  sums: Float64Array
  sizes: Int32Array
}

/**
 * Rows of a matrix with a label each, and the passes over all of them that k-means consists of. There are two kinds,
 * plain typed arrays and the WebAssembly kernel, with the same results to the byte.
 */
export interface LabelledRows {
  /** false when a value is not finite; nothing else holds then */
  finite: boolean
  /** of the columns */
  mean: Float64Array
  /** Σ‖row − mean‖² */
  totalSquares: number
  /** live, one per row */
  labels: Uint8Array | Int32Array
  /** All rows get label 0 and no bounds. */
  begin: () => void
  /**
   * Gives every row its nearest centroid, the lower index when two are equally near, and brings the totals up to date:
   * by the changes, or counted anew. Returns the rows that moved.
   */
  assign: (assignment: Assignment, totals: Totals, recount: boolean) => number
  /** The row's label was changed from outside. */
  forget: (row: number) => void
  /** Σ‖row − centroid of its label‖² in double precision. */
  measure: (centroids: Float64Array) => number
  /** Gives back what was opened last, and only that. */
  close: () => void
}

export type OpenRows = (
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  k: number,
) => LabelledRows

/** Relative guard for rounding in double-precision distance bounds. */
export const slack = 1e-12
