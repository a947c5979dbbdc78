import type { SegmentationResult } from '@/lib/segments/schema'

type Transform = SegmentationResult['features'][number]['transform']

/** Figures with a few very large values (prepared by their logarithm) are told by their median, others by their mean. */
export function isToldByMedian(transform: Transform): boolean {
  return transform === 'log'
}

/** The value that stands for a group of customers; null when none of them has one. */
export function typicalValue(
  transform: Transform,
  centre: { mean: number | null; median: number | null },
): number | null {
  return isToldByMedian(transform) ? centre.median : centre.mean
}
