import type { SegmentKey } from './segment-keys'

/** Scores go from 1 (worst) to `bins` (best); `axes` says which of recency, frequency and monetary make a cell. */
export type RfmMap = {
  /** one of the shipped maps, or custom once edited */
  id: 'ten' | 'braze' | 'china' | 'custom'
  bins: number
  axes: 'rf' | 'rfm'
  /** by quantiles (equal customers score equally), or above and below the mean */
  scoring: 'quantiles' | 'mean'
  /** `key` is a name under `segment-names.names`, `name` the user's own; one of them is there */
  segments: { key: SegmentKey | null; name: string | null }[]
  /**
   * bins² (rf) or bins³ (rfm) segment indices: cell (r, f, m) is at ((r − 1) × bins + (f − 1)) × bins + (m − 1), without
   * the last step for rf. One entry a cell makes a map complete and disjoint by its form.
   */
  cells: number[]
}

/** Segments of one map, as many as there are colours. */
export const mostSegments = 12

/** What a cell or a segment holds. */
export type RfmCell = { customers: number; revenue: number }

/** The scores of a cell, from 1; m is null on a map of two axes. */
export type CellScores = { r: number; f: number; m: number | null }

/** The place of a cell in `cells`. */
export function cellIndex(bins: number, { r, f, m }: CellScores): number {
  const plane = (r - 1) * bins + (f - 1)
  return m === null ? plane : plane * bins + (m - 1)
}

/** The scores of every cell of a map, in the order of `cells`. */
export function listCells({ bins, axes }: Pick<RfmMap, 'bins' | 'axes'>): CellScores[] {
  const scores = Array.from({ length: bins }, (_, i) => i + 1)
  const depth = axes === 'rf' ? [null] : scores
  return scores.flatMap((r) => scores.flatMap((f) => depth.map((m) => ({ r, f, m }))))
}
