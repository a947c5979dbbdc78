import { hideGroups } from '@/lib/privacy/small-groups'
import type { Fairness, Insights, SegmentInsights } from './insights-schema'
import type { Distribution, SegmentationView, SegmentView } from './schema'

const isSmall = (size: number, threshold: number) => size > 0 && size < threshold

/** A segment of fewer people than the threshold says no more than its name, size and revenue. */
export function hideSegment(segment: SegmentView, threshold: number): SegmentView {
  if (!isSmall(segment.size, threshold)) return segment
  return {
    ...segment,
    hiddenUnder: threshold,
    suggestion: { ...segment.suggestion, traits: [] },
    profile: { features: [], silhouette: null, centre: null },
  }
}

/** The same for all of a segmentation's; where any is hidden, so are the centres that its customers' means can be read from. */
export function hideSmallSegments<View extends SegmentationView>(view: View, threshold: number): View {
  const segments = view.segments.map((segment) => hideSegment(segment, threshold))
  if (!segments.some(({ hiddenUnder }) => hiddenUnder !== null)) return view
  const { result } = view
  const model = 'model' in result && result.model ? { model: { ...result.model, centroids: [] } } : {}
  return { ...view, segments, result: { ...result, ...model } }
}

/** How a feature spreads in the segments that are not small. */
export function hideSmallSpreads(distribution: Distribution, view: SegmentationView): Distribution {
  const hidden = view.segments.filter(({ hiddenUnder }) => hiddenUnder !== null)
  const isHidden = (position: number) => hidden.some((segment) => segment.position === position)
  const segments = distribution.segments.filter(({ position }) => !isHidden(position))
  return { ...distribution, segments }
}

const nothing: SegmentInsights = {
  ...{ contrasts: [], categories: [], brands: [], products: [], favourites: [], channels: [] },
  ...{ persona: null, summary: [], actions: [], quality: null },
}

/** Without the groups that are too few, and the segments that are hidden; see hideGroups. */
function hideSmallGroups(
  fairness: Fairness,
  threshold: number,
  hiddenSegments: readonly boolean[],
): Fairness {
  const { groups } = fairness
  const shown = groups.reduce((sum, { customers }) => sum + customers, 0)
  const share = groups.reduce((sum, group) => sum + group.share, 0)
  // Of known value, in groups that are not among those compared.
  const others = share > 0 ? Math.round(shown / share) - shown : 0
  const hidden = hideGroups(
    groups.map(({ customers }) => customers),
    threshold,
    others,
  )
  const kept = groups.filter((_, index) => !hidden[index])
  return {
    ...fairness,
    groups: kept.map((group) => ({
      ...group,
      segments: group.segments.map((one, index) => (hiddenSegments[index] ? null : one)),
    })),
  }
}

/** What is told of segments, of groups of people and of months, where enough people stand behind it. */
export function hideSmallInsights(insights: Insights, sizes: readonly number[], threshold: number): Insights {
  const small = sizes.map((size) => isSmall(size, threshold))
  // Segments share out everybody: a single one that is hidden would be the rest.
  const withNext = sizes.length > 1 ? hideGroups(sizes, threshold) : small
  const { timeline, tree } = insights
  return {
    ...insights,
    segments: insights.segments.map((own, index) => (small[index] ? nothing : own)),
    timeline: { ...timeline, revenue: timeline.revenue.map((row, index) => (small[index] ? [] : row)) },
    tree: tree && { ...tree, rules: tree.rules.filter(({ position }) => !small[position]) },
    fairness: insights.fairness
      .map((one) => hideSmallGroups(one, threshold, withNext))
      .filter(({ groups }) => groups.length > 1),
  }
}
