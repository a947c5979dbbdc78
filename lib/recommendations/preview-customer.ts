import { listSharedTerms } from '@/lib/recommending/content'
import { createBlendScorer } from '@/lib/recommending/hybrid'
import { createServer, type Served } from '@/lib/recommending/recommend'
import type { Scorer } from '@/lib/recommending/scorer'
import { nameStrategies } from './evaluate-strategies'
import { createScorers } from './fit-strategies'
import type { StoredModel } from './model-file'
import type { Product, Reason, Recommendation } from './schema'
import { chainOf, openShop } from './serve-customers'
import { type Rules, type StrategyName, strategyNames } from './settings-schema'

const reasonsShown = 3
const wordsShown = 4

type Preview = { strategy: StrategyName; chosen: boolean; items: Recommendation[] }[]

export function productOf({ products }: StoredModel, item: number): Product {
  const { id, title, category, price } = products[item]!
  return { id, title, category, price }
}

/** Which of a blend's parts gave a product most of its score. */
function createPartFinder(
  { models, products, blend }: StoredModel,
  scorers: ReturnType<typeof createScorers>,
) {
  const parts = blend.map(({ strategy, weight }) => ({ scorer: scorers.get(strategy)!, weight }))
  const mixed = createBlendScorer(models.interactions.items, parts)
  return (customer: number, item: number): StrategyName =>
    blend[mixed.strongestPart(customer, item)]?.strategy ?? (products.length > 0 ? 'popular' : 'hybrid')
}

/**
 * What a customer of a trained model would be shown by each strategy under the given rules, with the reasons; the model's own
 * choice first. `customer` is an index, or −1 for somebody the model does not know: served as one without history.
 */
export function previewCustomer(
  stored: StoredModel,
  customer: number,
  rules: Rules,
  length: number,
): Preview {
  const { models, products, blend, chosen, levels, segmentIds } = stored
  const scorers = createScorers(models)
  const strategies = nameStrategies(scorers, blend, products.length)
  const shop = openShop(models, products, rules, levels)
  const findPart = createPartFinder(stored, scorers)

  const explain = ({ item, strategy }: Served<StrategyName>): Reason => {
    if (strategy === 'pinned') return { kind: 'pinned' }
    const part = strategy === 'hybrid' ? findPart(customer, item) : strategy
    if (part === 'segment') {
      const segmentId = segmentIds[models.groups?.of[customer] ?? -1]
      return segmentId ? { kind: 'popularInSegment', segmentId } : { kind: 'popular' }
    }
    if (part === 'popular' || part === 'recent') return { kind: part }
    const found = (strategies.get(part) as Scorer).reasons?.(customer, item, reasonsShown) ?? []
    const because = found.map(({ item: other, share }) => ({ product: productOf(stored, other), share }))
    if (part !== 'content' || !models.content) return { kind: 'because', products: because }
    const nearest = found[0]?.item
    const words =
      nearest === undefined
        ? []
        : listSharedTerms(models.content, nearest, item, wordsShown).map(({ term }) => term)
    return { kind: 'similar', products: because, words }
  }

  return strategyNames
    .filter((name) => strategies.has(name))
    .sort((a, b) => Number(b === chosen) - Number(a === chosen))
    .map((name) => {
      const served = customer < 0 ? [] : createServer(chainOf(name, strategies), shop)(customer, length)
      const items = served.map(
        (one): Recommendation => ({
          product: productOf(stored, one.item),
          score: one.score,
          strategy: one.strategy,
          reason: explain(one),
        }),
      )
      return { strategy: name, chosen: name === chosen, items }
    })
}

/** The index of a customer in a model; −1 when it does not know them. Ids are ascending. */
export function findCustomer({ customerIds }: StoredModel, id: string): number {
  let low = 0
  let high = customerIds.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = customerIds[middle]!
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
