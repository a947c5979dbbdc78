import type { TimePoint } from './time-chart'

export type PreparedTime = {
  points: TimePoint[]
  /** Months from the first to the last point, drawn or not. */
  total: number
}

/** Orders months, fills those without a point ('zero': nothing happened, 'gap': not known), keeps the latest. */
export function prepareTime(
  points: readonly TimePoint[],
  measures: number,
  options: { emptyMonths: 'zero' | 'gap'; limit: number },
): PreparedTime {
  const known = new Map(points.map((point) => [numberMonth(point.month), point]))
  const months = [...known.keys()].filter(Number.isFinite)
  if (months.length === 0) return { points: [], total: 0 }
  const first = Math.min(...months)
  const last = Math.max(...months)
  const total = last - first + 1
  const filler = options.emptyMonths === 'zero' ? 0 : null
  const start = Math.max(first, last - options.limit + 1)
  const drawn = Array.from({ length: last - start + 1 }, (_, index): TimePoint => {
    const month = start + index
    return known.get(month) ?? { month: nameMonth(month), values: new Array(measures).fill(filler) }
  })
  return { points: drawn, total }
}

function numberMonth(month: string): number {
  const match = /^(\d{4})-(\d{2})$/.exec(month)
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : Number.NaN
}

function nameMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}
