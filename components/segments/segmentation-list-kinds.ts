import type { SegmentationSummary } from '@/lib/segments/schema'

export type Kind = SegmentationSummary['kind']

const kinds: readonly Kind[] = ['kmeans', 'scored', 'rfm', 'rule', 'audience']

/** The kinds there are, always in the same order, with how many of each. */
export function countKinds(segmentations: readonly SegmentationSummary[]): { kind: Kind; count: number }[] {
  return kinds
    .map((kind) => ({ kind, count: segmentations.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
}

/** The kind an address asks for; null for anything that is none, or of which there are none. */
export function readKind(asked: unknown, segmentations: readonly SegmentationSummary[]): Kind | null {
  return countKinds(segmentations).find(({ kind }) => kind === asked)?.kind ?? null
}
