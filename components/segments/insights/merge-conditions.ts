import type { SegmentTree } from '@/lib/segments/insights-schema'

type Conditions = SegmentTree['rules'][number]['conditions']

export type MergedCondition = { feature: string; above: number | null; upTo: number | null }

/** One condition a feature, in the order they first appear: the tightest bounds that a path through the tree sets. */
export function mergeConditions(conditions: Conditions): MergedCondition[] {
  const merged = new Map<string, MergedCondition>()
  for (const { feature, operator, value } of conditions) {
    const known = merged.get(feature) ?? { feature, above: null, upTo: null }
    if (operator === '>') known.above = Math.max(value, known.above ?? value)
    else known.upTo = Math.min(value, known.upTo ?? value)
    merged.set(feature, known)
  }
  return [...merged.values()]
}
