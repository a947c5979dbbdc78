import 'server-only'
import { contrastSegments } from '@/lib/clustering/contrast'
import { roundFigures } from '@/lib/statistics/round-figures'
import { buildTimeline } from './build-timeline'
import type { Describe, NewSegment } from './compute'
import { type BoughtInsights, describeBought } from './describe-bought'
import { describeQuality } from './describe-quality'
import { explainSegments } from './explain-segments'
import type { PersonaFigures, SegmentInsights } from './insights-schema'
import { choosePersonaActions } from './persona-actions'
import { assembleFigures, type RawFigures } from './persona-figures'
import { summarisePersona } from './persona-summary'
import { closeInsights, type InsightsInput, openInsights } from './queries-insights'
import { readMoments } from './queries-insights-features'
import { readGaps, readMonths, readPeopleFigures, readTimes } from './queries-insights-figures'
import { countGroups } from './queries-insights-groups'
import { countNeighbours, countOutliers, readFarthest } from './queries-insights-quality'
import { reviewGroups } from './review-groups'

type Connection = InsightsInput['connection']

async function readFigures(connection: Connection): Promise<RawFigures> {
  return {
    people: await readPeopleFigures(connection),
    gaps: await readGaps(connection),
    groups: await countGroups(connection),
    months: await readMonths(connection),
    times: await readTimes(connection),
  }
}

async function describeContrasts(connection: Connection, features: readonly string[], count: number) {
  const moments = await readMoments(connection, features)
  const none = features.map(() => ({ count: 0, mean: 0, squares: 0 }))
  const of = (segment: number) => moments.find((row) => row.segment === segment)?.features ?? none
  const segments = Array.from({ length: count }, (_, segment) => of(segment))
  return contrastSegments([...segments, of(-1)], count).map((contrasts) =>
    contrasts.map(({ feature, ...contrast }) => ({ feature: features[feature]!, ...contrast })),
  )
}

/** The words of a segment's persona; none without customers. */
function describePersona(
  { size, suggestion }: NewSegment,
  own: PersonaFigures | null,
  all: PersonaFigures,
  { liked, likedProduct, favourites, channels, untried }: BoughtInsights,
): Pick<SegmentInsights, 'summary' | 'actions'> {
  if (!own) return { summary: [], actions: [] }
  const context = {
    size,
    own,
    all,
    traits: suggestion.traits,
    favourites,
    liked,
    product: likedProduct,
    untried,
    channel: channels[0] ?? null,
  }
  return { summary: summarisePersona(context), actions: choosePersonaActions(context) }
}

const steps = 5

/**
 * What is told of segments beyond their profiles: contrasts, lifts, personas with actions, timeline, quality, rules and
 * demographic groups, all as of the day. The same data give the same answer.
 */
export const describeSegments: Describe = async ({ computed, report, ...input }) => {
  const { connection, asOf } = input
  const { segments, features, silhouettes } = computed
  report('describing', 0, steps)
  await openInsights(input)
  try {
    report('describing', 1, steps)
    const figures = await readFigures(connection)
    const overall = assembleFigures(figures, null)
    if (!overall) throw new Error('There are no customers to describe')
    const all = figures.people.find(({ segment }) => segment === null)!.customers
    report('describing', 2, steps)
    const bought = await describeBought(input, { segments: segments.map(({ size }) => size), all })
    report('describing', 3, steps)
    const fairness = reviewGroups(figures.groups, segments.length)
    const quality = {
      outliers: await countOutliers(connection),
      neighbours: await countNeighbours(connection),
      farthest: await readFarthest(connection),
    }
    report('describing', 4, steps)
    const contrasts = await describeContrasts(connection, features, segments.length)
    const tree = await explainSegments(connection, features, segments.length)
    return roundFigures({
      overall,
      segments: segments.map((segment, position): SegmentInsights => {
        const persona = assembleFigures(figures, position)
        const own = bought[position]!
        return {
          contrasts: contrasts[position]!,
          categories: own.categories,
          brands: own.brands,
          products: own.products,
          favourites: own.favourites,
          channels: own.channels.map(({ channel, share }) => ({ channel, share })),
          persona,
          ...describePersona(segment, persona, overall, own),
          quality: describeQuality(quality, position, segment.size, silhouettes?.[position] ?? null),
        }
      }),
      timeline: buildTimeline(figures.months, segments.length, asOf),
      tree,
      fairness,
    })
  } finally {
    await closeInsights(connection)
  }
}
