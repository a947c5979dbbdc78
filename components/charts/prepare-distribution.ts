import type { DistributionSegment } from './distribution-chart'
import { niceTicks } from './nice-ticks'

/** A segment's quantiles as places on the axis, from 0 to 1. */
export type Strip = {
  position: number
  name: string
  missing: number
  places: { p5: number; p25: number; median: number; p75: number; p95: number } | null
  segment: DistributionSegment
}
export type PreparedStrips = { strips: Strip[]; ticks: { value: number; place: number }[] }

const quantiles = ['p5', 'p25', 'median', 'p75', 'p95'] as const

/** Lays the quantiles of all segments on one axis, from the lowest 5th to the highest 95th percentile. */
export function prepareStrips(segments: readonly DistributionSegment[], ticks: number): PreparedStrips {
  const known = segments.filter(isKnown)
  const low = Math.min(...known.map((segment) => segment.p5 as number))
  const high = Math.max(...known.map((segment) => segment.p95 as number))
  const span = high - low
  const place = (value: number) => (span > 0 ? (value - low) / span : 0.5)
  return {
    strips: segments.map((segment) => ({
      position: segment.position,
      name: segment.name,
      missing: segment.missing,
      places: isKnown(segment)
        ? {
            p5: place(segment.p5 as number),
            p25: place(segment.p25 as number),
            median: place(segment.median as number),
            p75: place(segment.p75 as number),
            p95: place(segment.p95 as number),
          }
        : null,
      segment,
    })),
    ticks:
      known.length === 0
        ? []
        : (span > 0 ? niceTicks(low, high, ticks) : [low]).map((value) => ({ value, place: place(value) })),
  }
}

function isKnown(segment: DistributionSegment): boolean {
  return quantiles.every((name) => Number.isFinite(segment[name] ?? Number.NaN))
}

/** A step of the curves: at `x` begins a bin; `shares` by segment position, of the customers with a value. */
export type CurveStep = { x: number; shares: Record<string, number> }

/** Shares per bin; the last step repeats the last bin at the upper end of the axis. */
export function prepareCurves(
  edges: readonly number[],
  segments: readonly DistributionSegment[],
): CurveStep[] {
  if (edges.length < 2) return []
  const totals = segments.map((segment) => segment.counts.reduce((total, count) => total + count, 0))
  return edges.map((x, index) => {
    const bin = Math.min(index, edges.length - 2)
    const shares = segments.flatMap((segment, place): [string, number][] => {
      const total = totals[place] ?? 0
      return total > 0 ? [[String(segment.position), (segment.counts[bin] ?? 0) / total]] : []
    })
    return { x, shares: Object.fromEntries(shares) }
  })
}
