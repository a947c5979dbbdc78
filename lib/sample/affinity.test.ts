import { expect, it } from 'vitest'
import { generateSampleBrand } from './generate'

type Baskets = Map<string, Set<string>>

const { orders } = generateSampleBrand()

function collect(from: string, to: string): Baskets {
  const bought: Baskets = new Map()
  for (const { customer_id, product_id, quantity, order_date } of orders) {
    if (customer_id === '' || quantity < 0 || order_date < from || order_date >= to) continue
    bought.set(customer_id, (bought.get(customer_id) ?? new Set()).add(product_id))
  }
  return bought
}

function countBuyers(train: Baskets): Map<string, number> {
  const counts = new Map<string, number>()
  for (const products of train.values()) {
    for (const product of products) counts.set(product, (counts.get(product) ?? 0) + 1)
  }
  return counts
}

function countTogether(train: Baskets): Map<string, Map<string, number>> {
  const together = new Map<string, Map<string, number>>()
  for (const products of train.values()) {
    for (const a of products) {
      const row = together.get(a) ?? new Map<string, number>()
      together.set(a, row)
      for (const b of products) if (a !== b) row.set(b, (row.get(b) ?? 0) + 1)
    }
  }
  return together
}

/** Mean share of the newly bought products among the ten best unseen ones. */
function recallAt10(
  train: Baskets,
  test: Baskets,
  score: (seen: Set<string>, item: string) => number,
): number {
  const items = [...countBuyers(train).keys()]
  const recalls: number[] = []
  for (const [customer, products] of test) {
    const seen = train.get(customer)
    const fresh = [...products].filter((product) => !seen?.has(product))
    if (!seen || fresh.length === 0) continue
    const ranked = items
      .filter((item) => !seen.has(item))
      .map((item) => ({ item, score: score(seen, item) }))
      .sort((a, b) => b.score - a.score || (a.item < b.item ? -1 : 1))
    const best = new Set(ranked.slice(0, 10).map(({ item }) => item))
    recalls.push(fresh.filter((product) => best.has(product)).length / fresh.length)
  }
  return recalls.reduce((total, recall) => total + recall, 0) / recalls.length
}

it('hides affinities that item-based collaborative filtering finds', () => {
  const train = collect('2024-11-01', '2026-09-01')
  const test = collect('2026-09-01', '2026-11-01')
  const buyers = countBuyers(train)
  const together = countTogether(train)
  const cosine = (a: string, b: string) =>
    (together.get(a)?.get(b) ?? 0) / Math.sqrt(buyers.get(a)! * buyers.get(b)!)
  const popularity = recallAt10(train, test, (_, item) => buyers.get(item) ?? 0)
  const itemBased = recallAt10(train, test, (seen, item) =>
    [...seen].reduce((total, own) => total + cosine(own, item), 0),
  )
  expect(popularity).toBeGreaterThan(0.05)
  expect(itemBased).toBeGreaterThan(2 * popularity)
})
