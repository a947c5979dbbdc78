import { z } from 'zod'
import { strategyNames } from './settings-schema'

const intervalSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() })

const strategyResultSchema = z.object({
  strategy: z.enum(strategyNames),
  /** means over the judged customers with 95 % intervals */
  recall: intervalSchema,
  precision: intervalSchema,
  ndcg: intervalSchema,
  map: intervalSchema,
  hit: intervalSchema,
  /** NDCG above that of best-sellers, customer by customer */
  gain: intervalSchema,
  coverage: z.number(),
  novelty: z.number(),
  gini: z.number(),
  /** share of judged customers whose list had to be filled by the fallback */
  fallback: z.number(),
  /** NDCG per segment of the chosen segmentation; null where fewer than 10 were judged */
  segments: z.array(z.number().nullable()),
})

/** What a training found; see run-recommender.ts. */
export const recommenderResultSchema = z.object({
  customers: z.number(),
  products: z.number(),
  interactions: z.number(),
  /** of each kind that is in the data */
  kinds: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** first and last day of the interactions, and where validation and test begin (YYYY-MM-DD) */
  split: z.object({
    from: z.string(),
    to: z.string(),
    validationFrom: z.string(),
    testFrom: z.string(),
    train: z.number(),
    validation: z.number(),
    test: z.number(),
    months: z.array(
      z.object({ month: z.string(), train: z.number(), validation: z.number(), test: z.number() }),
    ),
  }),
  /** customers with something new in the test part */
  judged: z.number(),
  /** no verdict: fewer than 30 customers could be judged */
  enough: z.boolean(),
  strategies: z.array(strategyResultSchema),
  /** the strategies left out, with the reason's key */
  skipped: z.array(z.object({ strategy: z.enum(strategyNames), reason: z.string() })),
  chosen: z.enum(strategyNames),
  blend: z.array(z.object({ strategy: z.enum(strategyNames), weight: z.number() })),
  /** segments of the chosen segmentation, for `segments` above */
  segments: z.array(z.object({ id: z.string(), customers: z.number() })),
  /** what customers are shown (all lists) against what was bought, by rank of popularity: shares per twentieth of the catalogue */
  popularityCurve: z.object({ bought: z.array(z.number()), recommended: z.array(z.number()) }),
  /** customers served by each strategy's products, for the lists that were written */
  served: z.array(z.object({ strategy: z.string(), share: z.number() })),
})
export type RecommenderResult = z.infer<typeof recommenderResultSchema>
export type StrategyResult = RecommenderResult['strategies'][number]
