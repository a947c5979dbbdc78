import { z } from 'zod'
import { interactionKinds } from '@/lib/recommending/weights'

/** What scores products for a customer; `hybrid` blends the others by weights chosen on the validation part. */
export const strategyNames = [
  'hybrid',
  'ease',
  'item',
  'user',
  'content',
  'category',
  'recent',
  'popular',
  'segment',
] as const
export type StrategyName = (typeof strategyNames)[number]

const id = z.string().min(1).max(400)

/** Business rules by the brand's own ids; see BusinessRules in lib/recommending/business-rules.ts. */
export const rulesSchema = z.object({
  repeat: z.boolean().default(false),
  repeatCategories: z.array(id).max(500).default([]),
  inStock: z.boolean().default(false),
  barredProducts: z.array(id).max(5000).default([]),
  barredCategories: z.array(id).max(500).default([]),
  pinnedProducts: z.array(id).max(50).default([]),
  priceFrom: z.number().min(0).nullable().default(null),
  priceTo: z.number().min(0).nullable().default(null),
  perCategory: z.number().int().min(1).max(50).nullable().default(null),
  marginBoost: z.number().min(0).max(1).default(0),
  /**
   * Products with a level may go only to customers whose attribute is at least that high: the number in the product's tag
   * `<tag>:<number>` and in the customer's attribute.
   */
  suitability: z.object({ attribute: id, tag: id }).nullable().default(null),
})
export type Rules = z.infer<typeof rulesSchema>

export const weightsSchema = z.object({
  /** after so many days an interaction counts half; null: age does not matter */
  halfLifeDays: z.number().min(1).max(3650).nullable(),
  kinds: z.record(z.enum(interactionKinds), z.number().min(0).max(10)),
})

export const createRecommenderSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** last day that counts, YYYY-MM-DD */
  asOf: z.iso.date(),
  /** auto: what does best on the test part */
  strategy: z.union([z.literal('auto'), z.enum(strategyNames)]),
  weights: weightsSchema,
  rules: rulesSchema,
  /** the segmentation for 'popular in your segment' and evaluation by segment */
  segmentationId: z.string().nullable().default(null),
  /** products on a customer's list */
  length: z.number().int().min(1).max(50).default(10),
})
export type RecommenderSettings = z.infer<typeof createRecommenderSchema>
export type CreateRecommender = z.input<typeof createRecommenderSchema>
