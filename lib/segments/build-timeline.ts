import type { Insights } from './insights-schema'
import type { MonthFigures } from './queries-insights-figures'

const monthsPerYear = 12
const indexOf = (month: string) => Number(month.slice(0, 4)) * monthsPerYear + Number(month.slice(5, 7)) - 1
const nameOf = (index: number) =>
  `${String(Math.floor(index / monthsPerYear)).padStart(4, '0')}-${String((index % monthsPerYear) + 1).padStart(2, '0')}`

/** Net revenue per segment and month, from the first month with a line to the as-of day's; months without one are 0. */
export function buildTimeline(
  figures: readonly MonthFigures[],
  segments: number,
  asOf: string,
): Insights['timeline'] {
  if (figures.length === 0) return { months: [], revenue: Array.from({ length: segments }, () => []) }
  const first = figures.reduce((least, { month }) => Math.min(least, month), indexOf(asOf))
  const months = Array.from({ length: indexOf(asOf) - first + 1 }, (_, i) => nameOf(first + i))
  const revenue = Array.from({ length: segments }, () => months.map(() => 0))
  for (const { segment, month, net } of figures) if (segment >= 0) revenue[segment]![month - first]! += net
  return { months, revenue }
}
