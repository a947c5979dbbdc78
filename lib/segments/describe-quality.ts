import type { SegmentInsights } from './insights-schema'
import type { Farthest, Neighbour, Outliers } from './queries-insights-quality'

const neighboursShown = 3

export type RawQuality = { outliers: Outliers[]; neighbours: Neighbour[]; farthest: Farthest[] }

/** How well a segment of `size` customers holds together; null where segments have no centres. */
export function describeQuality(
  { outliers, neighbours, farthest }: RawQuality,
  segment: number,
  size: number,
  silhouette: number | null,
): SegmentInsights['quality'] {
  if (outliers.length === 0) return null
  const is = (row: { segment: number }) => row.segment === segment
  return {
    silhouette,
    neighbours: neighbours
      .filter(is)
      .slice(0, neighboursShown)
      .map(({ position, customers }) => ({ position, share: customers / size })),
    outliers: outliers.find(is)?.outliers ?? 0,
    farthest: farthest.filter(is).map(({ customerId, distance }) => ({ customerId, distance })),
  }
}
