import { roundEdges } from '@/lib/statistics/histogram'
import type { Bin, BinUnit } from './schema'

const wished = 10
const mostBins = 16
const dayLength = 86_400_000

const unitDays: Record<BinUnit, number> = { day: 1, week: 7, month: 28, quarter: 90, year: 365, decade: 3652 }

/** The shortest unit of the calendar that cuts the time from `first` to `last` (YYYY-MM-DD) into few enough parts. */
export function chooseUnit(first: string, last: string): BinUnit {
  const days = (Date.parse(last) - Date.parse(first)) / dayLength
  const units = Object.keys(unitDays) as BinUnit[]
  return units.find((unit) => days / unitDays[unit] <= mostBins - 1) ?? 'decade'
}

/** The first day of the unit after the one that begins on `start`. */
export function nextStart(start: string, unit: BinUnit): string {
  const date = new Date(`${start}T00:00:00Z`)
  const months = { month: 1, quarter: 3, year: 12, decade: 120 }
  if (unit === 'day' || unit === 'week') date.setUTCDate(date.getUTCDate() + unitDays[unit])
  else date.setUTCMonth(date.getUTCMonth() + months[unit])
  return date.toISOString().slice(0, 10)
}

/** Counts by first day, ascending, with the units in between that hold none. */
export function fillUnits(counts: readonly { start: string; rows: number }[], unit: BinUnit): Bin[] {
  const byStart = new Map(counts.map(({ start, rows }) => [start, rows]))
  const last = counts.at(-1)?.start ?? ''
  const bins: Bin[] = []
  for (
    let start = counts[0]?.start ?? '-';
    start <= last && bins.length < 1000;
    start = nextStart(start, unit)
  )
    bins.push({ from: start, to: null, rows: byStart.get(start) ?? 0 })
  return bins
}

export type Spread = { min: number; max: number; p01: number; p99: number; whole: boolean }

/** Round edges over the values; over the middle 98 % where a few far ones would press all others into one bin. */
export function chooseEdges({ min, max, p01, p99, whole }: Spread): number[] {
  const far = max - min > 3 * (p99 - p01) && p99 > p01
  return roundEdges(far ? p01 : min, far ? p99 : max, wished, whole)
}

/** Counts by the number of the edge below (0: below all) as bins; the outer ones only where they hold something. */
export function fillEdges(counts: ReadonlyMap<number, number>, edges: readonly number[], max: number): Bin[] {
  const bins = Array.from({ length: edges.length + 1 }, (_, index) => ({
    from: edges[index - 1] ?? null,
    to: edges[index] ?? null,
    rows: counts.get(index) ?? 0,
  }))
  const last = bins.at(-1)
  const beforeLast = bins.at(-2)
  // The last bin holds its upper edge too.
  if (last && beforeLast && max <= (edges.at(-1) ?? max)) {
    beforeLast.rows += last.rows
    last.rows = 0
  }
  return bins.filter(({ from, to, rows }) => rows > 0 || (from !== null && to !== null))
}
