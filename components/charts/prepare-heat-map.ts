import type { HeatMapCell } from './heat-map'
import { estimateWidth } from './wrap-text'

export type HeatMapRow = { id: string; label: string; cells: HeatMapCell[] }
export type PreparedHeatMap = {
  rows: HeatMapRow[]
  /** Rows there are, drawn or not. */
  total: number
  /** Pixels a column needs for its widest value. */
  columnWidth: number
}

const unknown: HeatMapCell = { z: null, value: '–' }
const leastColumnWidth = 72

/** Orders and cuts the rows, completes missing cells and finds how wide columns must be. */
export function prepareHeatMap(
  rows: readonly { id: string; label: string }[],
  columns: number,
  cells: readonly (readonly HeatMapCell[])[],
  options: { order: 'given' | 'telling'; limit: number },
): PreparedHeatMap {
  const complete = rows.map((row, index): HeatMapRow => {
    const given = cells[index] ?? []
    return { ...row, cells: Array.from({ length: columns }, (_, column) => given[column] ?? unknown) }
  })
  const ordered =
    options.order === 'telling' ? complete.sort((a, b) => spread(b.cells) - spread(a.cells)) : complete
  const drawn = ordered.slice(0, options.limit)
  const widest = Math.max(
    0,
    ...drawn.flatMap((row) => row.cells.map((cell) => estimateWidth(cell.value, 12))),
  )
  return { rows: drawn, total: rows.length, columnWidth: Math.max(leastColumnWidth, widest + 14) }
}

/** How far the columns lie apart in a row, in standard deviations. */
function spread(cells: readonly HeatMapCell[]): number {
  const known = cells.flatMap((cell) => (cell.z === null || !Number.isFinite(cell.z) ? [] : [cell.z]))
  return known.length === 0 ? -1 : Math.max(...known) - Math.min(...known)
}
