import { monthOfDay } from './calendar'
import type { Product } from './catalogue'
import type { Season } from './catalogue-data'
import type { Draw } from './draw'
import type { Person } from './people'

const companionChance = 0.38
const seasonMonths: Record<Exclude<Season, 'none'>, readonly number[]> = {
  winter: [10, 11, 12, 1],
  spring: [3, 4, 5, 6],
  summer: [6, 7, 8],
  gift: [11, 12],
}

/**
 * Chooses the products of one customer's orders: loved tastes and brands, the season, companions of what is already in
 * the basket, few repeats of durable things and many of consumables. Returns product indices, distinct per order.
 */
export function createChooser(person: Person, catalogue: readonly Product[]) {
  const liking = Float64Array.from(catalogue, (product) => likingFor(person, product))
  const owned = new Set<number>()
  const weights = new Float64Array(catalogue.length)

  return function choose(day: number, count: number, draw: Draw): number[] {
    const month = monthOfDay(day)
    const basket: number[] = []
    while (basket.length < count) {
      const companion = pickCompanion(basket, day, draw)
      const product = companion ?? pickProduct(day, month, basket, draw)
      basket.push(product)
    }
    for (const product of basket) owned.add(product)
    return basket
  }

  function pickProduct(day: number, month: number, basket: readonly number[], draw: Draw): number {
    for (let i = 0; i < weights.length; i++) {
      const { shelf, launchDay } = catalogue[i]!
      const again = owned.has(i) ? (shelf.consumable ? 1.8 : 0.12) : 1
      const available = launchDay <= day && !basket.includes(i)
      weights[i] = available ? liking[i]! * again * seasonFactor(shelf.season, month) : 0
    }
    return draw.weighted(weights)
  }

  function pickCompanion(basket: readonly number[], day: number, draw: Draw): number | undefined {
    const last = basket.at(-1)
    if (last === undefined || !draw.chance(companionChance)) return undefined
    const fitting = catalogue[last]!.companions.filter(
      (i) =>
        catalogue[i]!.launchDay <= day &&
        !basket.includes(i) &&
        (catalogue[i]!.shelf.consumable || !owned.has(i)),
    )
    return fitting.length > 0 ? draw.pick(fitting) : undefined
  }
}

function likingFor(person: Person, product: Product): number {
  const { row, shelf } = product
  const price = (row.price / 30) ** person.behaviour.priceTaste
  const gift = person.behaviour.id === 'gift' ? shelf.gift ** 1.5 : 1
  const home = person.country.country === 'China' && row.brand === 'Jasmin Hill' ? 1.5 : 1
  return person.tastes[product.taste]! * product.pull * brandLiking(person, product) * price * gift * home
}

/** Each customer has favourite brands within a taste: a fixed pseudo-random multiple from 0.35 to 2.6. */
function brandLiking(person: Person, { row, taste }: Product): number {
  let hash = person.brandSalt * 31 + taste * 7919
  for (let i = 0; i < row.brand.length; i++) hash = (Math.imul(hash, 33) ^ row.brand.charCodeAt(i)) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  return 0.35 + 2.25 * ((hash >>> 8) / 0x1000000) ** 1.5
}

function seasonFactor(season: Season, month: number): number {
  if (season === 'none') return 1
  return seasonMonths[season].includes(month) ? 1.9 : 0.75
}
