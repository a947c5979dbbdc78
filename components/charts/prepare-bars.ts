import type { BarRow } from './bar-chart'

export type PreparedBars = {
  rows: BarRow[]
  /** Rows there are, drawn or not. */
  total: number
  /** Per measure, the ends of its axis; zero is always in it. */
  domains: [number, number][]
}

/** Orders and cuts the rows of a bar chart and finds the axis of each measure. */
export function prepareBars(
  rows: readonly BarRow[],
  measures: number,
  options: { order: 'given' | 'value'; limit: number; sameScale: boolean },
): PreparedBars {
  const ordered = options.order === 'value' ? [...rows].sort((a, b) => size(b) - size(a)) : [...rows]
  const drawn = ordered.slice(0, options.limit)
  const own = Array.from({ length: measures }, (_, measure) =>
    spanOf(drawn.map((row) => row.values[measure])),
  )
  const shared = spanOf(own.flat())
  return { rows: drawn, total: rows.length, domains: options.sameScale ? own.map(() => shared) : own }
}

function size(row: BarRow): number {
  return row.values[0] ?? Number.NEGATIVE_INFINITY
}

function spanOf(values: readonly (number | null | undefined)[]): [number, number] {
  const known = values.filter((value) => typeof value === 'number' && Number.isFinite(value)) as number[]
  const low = Math.min(0, ...known)
  const high = Math.max(0, ...known)
  return low === high ? [0, 1] : [low, high]
}
