import { cellIndex, listCells, type RfmCell, type RfmMap } from './rfm-map'
import { findBounds, placeCustomers, type RfmBounds, type RfmColumns, sortColumns, sumCells } from './scores'

/** One way of scoring, with what every combination of three scores holds: bins³ cells in the order of RfmMap. */
export type RfmGrid = Pick<RfmMap, 'scoring' | 'bins'> & { bounds: RfmBounds; cells: RfmCell[] }

const waysToScore: readonly Pick<RfmMap, 'scoring' | 'bins'>[] = [
  { scoring: 'quantiles', bins: 5 },
  { scoring: 'quantiles', bins: 4 },
  { scoring: 'quantiles', bins: 3 },
  { scoring: 'quantiles', bins: 2 },
  { scoring: 'mean', bins: 2 },
]

/** Customers scored in every way that a map may ask for. */
export function buildGrids(columns: RfmColumns): RfmGrid[] {
  const sorted = sortColumns(columns)
  return waysToScore.map((way) => {
    const bounds = findBounds(columns, way, sorted)
    const places = placeCustomers(columns, bounds, { bins: way.bins, axes: 'rfm' })
    return { ...way, bounds, cells: sumCells(places, columns.monetary, way.bins ** 3) }
  })
}

export function findGrid(grids: readonly RfmGrid[], { scoring, bins }: Pick<RfmMap, 'scoring' | 'bins'>) {
  return grids.find((grid) => grid.scoring === scoring && grid.bins === bins) ?? null
}

const add = (a: RfmCell, b: RfmCell): RfmCell => ({
  customers: a.customers + b.customers,
  revenue: a.revenue + b.revenue,
})
const nothing: RfmCell = { customers: 0, revenue: 0 }

/** The cells of a map from those of all three scores. */
export function foldCells(map: Pick<RfmMap, 'bins' | 'axes'>, cube: readonly RfmCell[]): RfmCell[] {
  if (map.axes === 'rfm') return [...cube]
  const { bins } = map
  return listCells(map).map((cell) =>
    Array.from({ length: bins }, (_, i) => cube[cellIndex(bins, { ...cell, m: i + 1 })] ?? nothing).reduce(
      add,
      nothing,
    ),
  )
}

/** What each segment of a map holds, from its cells. */
export function sumSegments({ segments, cells }: RfmMap, figures: readonly RfmCell[]): RfmCell[] {
  const sums = segments.map(() => nothing)
  for (const [i, segment] of cells.entries()) sums[segment] = add(sums[segment]!, figures[i] ?? nothing)
  return sums
}

/** Customers with each score of an axis, from 1. */
export function countScores(
  map: Pick<RfmMap, 'bins' | 'axes'>,
  figures: readonly RfmCell[],
  axis: 'r' | 'f' | 'm',
): number[] {
  const counts = new Array<number>(map.bins).fill(0)
  for (const [i, cell] of listCells(map).entries()) {
    const score = cell[axis]
    if (score !== null) counts[score - 1]! += figures[i]?.customers ?? 0
  }
  return counts
}
