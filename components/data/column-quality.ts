import type { ColumnProfile } from '@/lib/csv/column-profile'

export type QualityFilter = { text: string; problemsOnly: boolean }

/** Positions of the columns whose name holds `text`, in any case, and (asked so) that have values that do not fit. */
export function findColumns(
  headers: readonly string[],
  columns: readonly ColumnProfile[],
  { text, problemsOnly }: QualityFilter,
): number[] {
  const wanted = text.trim().toLowerCase()
  return headers.flatMap((header, column) => {
    if (problemsOnly && (columns[column]?.problemRows ?? 0) === 0) return []
    return header.toLowerCase().includes(wanted) ? [column] : []
  })
}

/** Heights of a histogram's bars, 0 to 1; a bin that is not empty is seen. */
export function barHeights(bins: readonly { rows: number }[]): number[] {
  const highest = Math.max(1, ...bins.map(({ rows }) => rows))
  return bins.map(({ rows }) => (rows === 0 ? 0 : Math.max(0.04, rows / highest)))
}
