import { adjustForDiscoveries } from '@/lib/statistics/benjamini-hochberg'
import { hedgesG } from '@/lib/statistics/effect-size'
import { type GroupMoments, mergeMoments } from '@/lib/statistics/group-moments'
import { welchTest } from '@/lib/statistics/welch'

export type FeatureContrast = {
  /** index of the feature */
  feature: number
  /** Hedges' g with its 95 % interval */
  effect: number
  low: number
  high: number
  /** of Welch's t test; adjusted for all tests of all segments */
  p: number
  adjusted: number
  /** means */
  inside: number
  outside: number
}

/**
 * Every segment against everybody else, feature by feature, strongest first. `groups` holds the features' moments per
 * group: the segments first, then others to compare with (customers in no segment). What does not vary, or has fewer
 * than two values on a side, is left out.
 */
export function contrastSegments(
  groups: readonly (readonly GroupMoments[])[],
  segments: number,
): FeatureContrast[][] {
  const contrasts = groups
    .slice(0, segments)
    .map((own, segment) => own.flatMap((inside, feature) => contrastOne(groups, segment, inside, feature)))
  const adjusted = adjustForDiscoveries(contrasts.flat().map(({ p }) => p))
  let next = 0
  return contrasts.map((of) =>
    of
      .map((contrast) => ({ ...contrast, adjusted: adjusted[next++]! }))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || a.feature - b.feature),
  )
}

function contrastOne(
  groups: readonly (readonly GroupMoments[])[],
  segment: number,
  inside: GroupMoments,
  feature: number,
): Omit<FeatureContrast, 'adjusted'>[] {
  const outside = mergeMoments(groups.flatMap((group, i) => (i === segment ? [] : [group[feature]!])))
  const [size, test] = [hedgesG(inside, outside), welchTest(inside, outside)]
  if (!size || !test) return []
  const { g: effect, low, high } = size
  return [{ feature, effect, low, high, p: test.p, inside: inside.mean, outside: outside.mean }]
}
