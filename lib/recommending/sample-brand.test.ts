import { expect, it } from 'vitest'
import { generateSampleBrand } from '@/lib/sample/generate'
import { evaluate, meanOf } from './evaluate'
import { binarise, buildInteractions, type Interactions } from './interactions'
import { createItemScorer } from './neighbour-scorers'
import { itemNeighbours } from './neighbours'
import { countBuyers, createPopularityScorer } from './popularity'

const { orders } = generateSampleBrand()
const named = orders.filter(({ customer_id }) => customer_id !== '')
const users = [...new Set(named.map(({ customer_id }) => customer_id))].sort()
const items = [...new Set(named.map(({ product_id }) => product_id))].sort()
const [userOf, itemOf] = [users, items].map((ids) => new Map(ids.map((id, index) => [id, index])))

function collect(from: string, to: string): Interactions {
  const lines = named.filter(({ order_date }) => order_date >= from && order_date < to)
  return binarise(
    buildInteractions(users.length, items.length, {
      user: Int32Array.from(lines, ({ customer_id }) => userOf!.get(customer_id)!),
      item: Int32Array.from(lines, ({ product_id }) => itemOf!.get(product_id)!),
      weight: Float64Array.from(lines, ({ quantity }) => quantity),
    }),
  )
}

it('finds the affinities hidden in the sample brand: at least twice the recall of best-sellers', () => {
  const train = collect('2024-11-01', '2026-09-01')
  const later = collect('2026-09-01', '2026-11-01')
  const fresh = buildInteractions(users.length, items.length, listNew(train, later))
  const item = evaluate(createItemScorer(train, itemNeighbours(train, { k: 50 })), train, fresh)
  const popular = evaluate(createPopularityScorer(countBuyers(train)), train, fresh)
  expect(meanOf(popular.metrics.recall)).toBeGreaterThan(0.05)
  expect(meanOf(item.metrics.recall)).toBeGreaterThan(2 * meanOf(popular.metrics.recall))
})

/** What known customers bought for the first time in the later part. */
function listNew(train: Interactions, later: Interactions) {
  const pairs: [number, number][] = []
  for (let user = 0; user < later.users; user++) {
    const known = new Set(train.indices.subarray(train.offsets[user]!, train.offsets[user + 1]!))
    if (known.size === 0) continue
    for (let p = later.offsets[user]!; p < later.offsets[user + 1]!; p++) {
      if (!known.has(later.indices[p]!)) pairs.push([user, later.indices[p]!])
    }
  }
  return {
    user: Int32Array.from(pairs, ([user]) => user),
    item: Int32Array.from(pairs, ([, item]) => item),
    weight: new Float64Array(pairs.length).fill(1),
  }
}
