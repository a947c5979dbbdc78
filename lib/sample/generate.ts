import { sampleSizes } from './brand'
import { windowDays } from './calendar'
import { createCatalogue } from './catalogue'
import { createDraw } from './draw'
import { createOrders, type Line } from './orders'
import { createPeople, type Person } from './people'
import { createReviews } from './reviews'
import type { CustomerRow, OrderRow, ProductRow, ReviewRow } from './rows'

export interface SampleBrandData {
  customers: CustomerRow[]
  orders: OrderRow[]
  products: ProductRow[]
  reviews: ReviewRow[]
}

/** The whole sample brand from one seed: same seed, same rows. Facts of the brand are in `sampleBrand`. */
export function generateSampleBrand(seed = 1): SampleBrandData {
  const catalogue = createCatalogue(createDraw(seed, 1))
  const people = createPeople(sampleSizes.customers, seed)
  const lines = createOrders(people, catalogue, seed)
  setLoyaltyTiers(people, lines)
  return {
    customers: people.map((person) => person.row),
    orders: lines.map((line) => line.row),
    products: catalogue.map((product) => product.row),
    reviews: createReviews(lines, catalogue, createDraw(seed, 7)),
  }
}

/** By net spend of the last twelve months: from 100 Bronze, 300 Silver, 700 Gold. */
function setLoyaltyTiers(people: readonly Person[], lines: readonly Line[]): void {
  const from = (windowDays - 365) * 86_400
  const spend = new Map<Person, number>()
  for (const { second, person, row } of lines) {
    if (!person || second < from) continue
    const amount = row.quantity * row.unit_price - row.discount
    spend.set(person, (spend.get(person) ?? 0) + amount)
  }
  for (const person of people) {
    const net = spend.get(person) ?? 0
    person.row.loyalty_tier = net >= 700 ? 'Gold' : net >= 300 ? 'Silver' : net >= 100 ? 'Bronze' : ''
  }
}
