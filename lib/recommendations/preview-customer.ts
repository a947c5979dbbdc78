import { listSharedTerms } from '@/lib/recommending/content'
import { createServer, type Served } from '@/lib/recommending/recommend'
import type { OpenModel, StoredModel } from './open-model'
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

/**
 * What a customer of a trained model would be shown by each strategy under the given rules, with the reasons; the model's own
 * choice first. `customer` is an index, or −1 for somebody the model does not know: served as one without history.
 */
export function previewCustomer(stored: OpenModel, customer: number, rules: Rules, length: number): Preview {
  const { models, products, chosen, levels, segmentIds, strategies, findPart } = stored
  const serve = createServer(openShop(models, products, rules, levels))

  const explain = ({ item, strategy }: Served<StrategyName>): Reason => {
    if (strategy === 'pinned') return { kind: 'pinned' }
    const part = strategy === 'hybrid' ? findPart(customer, item) : strategy
    if (part === 'segment') {
      const segmentId = segmentIds[models.groups?.of[customer] ?? -1]
      return segmentId ? { kind: 'popularInSegment', segmentId } : { kind: 'popular' }
    }
    if (part === 'popular' || part === 'recent') return { kind: part }
    if (part === 'category') {
      return { kind: 'popularInCategory', category: products[item]!.category ?? '' }
    }
    const found = strategies.get(part)?.reasons?.(customer, item, reasonsShown) ?? []
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
      const served = customer < 0 ? [] : serve(chainOf(name, strategies), customer, length)
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
