import type { RecommenderResult } from '@/lib/recommendations/result-schema'

export type RecommenderVerdict = {
  key: 'few' | 'baseline' | 'beats' | 'unsure' | 'worse'
  /** of the strategy in use over best-sellers, in NDCG */
  gain: { mean: number; low: number; high: number }
  /** its NDCG as a multiple of that of best-sellers; null where those find nothing */
  factor: number | null
}

/** What the test says of the strategy in use. */
export function judgeRecommender({ enough, strategies, chosen }: RecommenderResult): RecommenderVerdict {
  const own = strategies.find(({ strategy }) => strategy === chosen)
  const popular = strategies.find(({ strategy }) => strategy === 'popular')
  const gain = own?.gain ?? { mean: 0, low: 0, high: 0 }
  const factor = own && popular && popular.ndcg.mean > 0 ? own.ndcg.mean / popular.ndcg.mean : null
  if (!enough) return { key: 'few', gain, factor }
  if (chosen === 'popular') return { key: 'baseline', gain, factor }
  if (gain.low > 0) return { key: 'beats', gain, factor }
  return { key: gain.high < 0 ? 'worse' : 'unsure', gain, factor }
}
