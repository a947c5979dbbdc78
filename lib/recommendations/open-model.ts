import { createBlendScorer } from '@/lib/recommending/hybrid'
import { rememberScores } from '@/lib/recommending/remember-scores'
import type { Scorer } from '@/lib/recommending/scorer'
import type { Blend } from './choose-blend'
import { nameStrategies } from './evaluate-strategies'
import { createScorers, type Models } from './fit-strategies'
import type { CatalogueProduct } from './observations'
import type { StrategyName } from './settings-schema'

/** What a finished training leaves behind for previews: plain data. */
export type StoredModel = {
  models: Models
  customerIds: string[]
  products: CatalogueProduct[]
  blend: Blend
  chosen: StrategyName
  /** per customer, null = not known; null without a rule that asks */
  levels: (number | null)[] | null
  /** ids of the segments that `models.groups` counts */
  segmentIds: string[]
}

/** A model that is ready to score. Scorers share buffers: use them without waiting in between. */
export type OpenModel = StoredModel & {
  strategies: ReadonlyMap<StrategyName, Scorer>
  /** index of a product by its id */
  numberOf: ReadonlyMap<string, number>
  /** the part of the blend that gave a product most of its score for a customer (both by index) */
  findPart: (customer: number, item: number) => StrategyName
}

export function openModel(stored: StoredModel): OpenModel {
  const { models, products, blend } = stored
  // one preview asks several times for the same scores: alone, in the blend, as a fallback
  const scorers = new Map(
    [...createScorers(models)].map(
      ([name, scorer]) => [name, rememberScores(scorer, products.length)] as const,
    ),
  )
  const mixed = createBlendScorer(
    products.length,
    blend.map(({ strategy, weight }) => ({ scorer: scorers.get(strategy)!, weight })),
  )
  return {
    ...stored,
    strategies: nameStrategies(scorers, blend, products.length),
    numberOf: new Map(products.map(({ id }, index) => [id, index])),
    findPart: (customer, item) => blend[mixed.strongestPart(customer, item)]?.strategy ?? 'popular',
  }
}
