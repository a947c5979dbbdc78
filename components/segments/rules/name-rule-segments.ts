import type { RuleSegment } from '@/lib/segments/rule-segments-schema'
import { type NameTranslator, segmentTitle } from '../segment-title'

export type NamedRuleSegment = Omit<RuleSegment, 'name'> & { name: string; fullName: string }

/** Segments with their names; the full one says of which segmentation they are, where that is called otherwise. */
export function nameRuleSegments(
  segments: readonly RuleSegment[],
  t: NameTranslator,
  wordOf: (values: { name: string; segmentation: string }) => string,
): NamedRuleSegment[] {
  return segments.map((segment) => {
    const name = segmentTitle(t, segment)
    const segmentation = segment.segmentation.name
    return { ...segment, name, fullName: name === segmentation ? name : wordOf({ name, segmentation }) }
  })
}

/** Segments by their segmentation, in the order given. */
export function groupBySegmentation(segments: readonly NamedRuleSegment[]) {
  const ids = [...new Set(segments.map(({ segmentation }) => segmentation.id))]
  return ids.map((id) => {
    const members = segments.filter(({ segmentation }) => segmentation.id === id)
    return { segmentation: members[0]!.segmentation, segments: members }
  })
}
