import { z } from 'zod'
import type { RecommenderResult } from './result-schema'
import { type RecommenderSettings, rulesSchema, type StrategyName } from './settings-schema'

export type RecommenderSummary = {
  id: string
  jobId: string
  name: string
  asOf: string
  state: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  error: { code: string; params: Record<string, string | number> } | null
  customers: number | null
  products: number | null
  chosen: StrategyName | null
  /** NDCG above that of best-sellers */
  gain: { mean: number; low: number; high: number } | null
  createdAt: string
}
export type PendingRecommender = RecommenderSummary & {
  state: Exclude<RecommenderSummary['state'], 'completed'>
}
export type RecommenderView = RecommenderSummary & {
  state: 'completed'
  settings: RecommenderSettings
  result: RecommenderResult
  /** the training before this one by the same name and settings, to compare with */
  previous: RecommenderSummary | null
}

export type Product = { id: string; title: string | null; category: string | null; price: number | null }

/** Why a product is on a list. */
export type Reason =
  | { kind: 'because'; products: { product: Product; share: number }[] }
  | { kind: 'similar'; products: { product: Product; share: number }[]; words: string[] }
  | { kind: 'popularInSegment'; segmentId: string }
  | { kind: 'popularInCategory'; category: string }
  | { kind: 'popular' }
  | { kind: 'recent' }
  | { kind: 'pinned' }

export type Recommendation = {
  product: Product
  score: number
  strategy: StrategyName | 'pinned'
  reason: Reason
}

/** What one customer would be shown, by each strategy. */
export type Preview = {
  customerId: string
  name: string | null
  /** the latest first, with how many there are */
  history: { total: number; items: { product: Product; times: number; last: string }[] }
  /** the recommender's own list first */
  lists: { strategy: StrategyName; chosen: boolean; items: Recommendation[] }[]
}

export type FoundCustomer = { id: string; name: string | null; purchases: number }

export type RelatedProduct = {
  product: Product
  /** cosine of the people who buy both; null for products bought together */
  similarity: number | null
  /** orders with both, their share of all orders, share of the product's orders, and how many times chance */
  baskets: number | null
  support: number | null
  confidence: number | null
  lift: number | null
}

/** What goes with a product, and to whom it is recommended. */
export type ProductView = {
  product: Product
  similar: RelatedProduct[]
  together: RelatedProduct[]
  /** which of the similar ones are bought by the same people too */
  links: { from: string; to: string; weight: number }[]
  listed: { customers: number; first: number }
}

/** Shares of a segment's people who are shown a product, and who bought it. */
export type ShownProduct = { product: Product; shown: number; bought: number }
export type SegmentLists = { segmentId: string; people: number; products: ShownProduct[] }

export const previewRequestSchema = z.object({
  customerId: z.string().min(1).max(400),
  /** in the place of the recommender's own */
  rules: rulesSchema.nullable().default(null),
})
export type PreviewRequest = z.input<typeof previewRequestSchema>

export const customerSearchSchema = z.object({ text: z.string().max(200) })

export const customerListRequestSchema = z.object({
  customerId: z.string().min(1).max(1000),
  /** the latest finished one when null */
  recommender: z.string().max(100).nullable().default(null),
})
