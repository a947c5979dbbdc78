import type { Figures } from './rule-count-schema'
import type { SegmentationSummary, SegmentView } from './schema'

/** A segment that rules may ask about and others may be compared with. */
export type RuleSegment = Pick<SegmentView, 'id' | 'name' | 'color' | 'suggestion' | 'size'> & {
  segmentation: Pick<SegmentationSummary, 'id' | 'name' | 'asOf' | 'kind'>
}

/**
 * The customers of two segments. Revenue is as of each segment's own day; of those in both, as of the later one.
 */
export type Overlap = { onlyA: Figures; both: Figures; onlyB: Figures }
