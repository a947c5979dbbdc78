import { windowDays } from './calendar'
import { type CatalogueShelf, launches, pairs, shelves, tastes } from './catalogue-data'
import { type Draw, roundMoney } from './draw'
import type { ProductRow } from './rows'

/** A product with what the generator knows about it beyond its row. */
export interface Product {
  row: ProductRow
  shelf: CatalogueShelf
  /** Index into `tastes`. */
  taste: number
  /** Relative popularity inside its taste. */
  pull: number
  /** First day it can be bought. */
  launchDay: number
  /** Mean rating its reviews tend to. */
  quality: number
  /** Indices of products often bought with it. */
  companions: number[]
}

export function createCatalogue(draw: Draw): Product[] {
  const items = shelves.flatMap((shelf) => shelf.items.map((item) => ({ shelf, item })))
  const catalogue = items.map(({ shelf, item: [title, price, brand, tags, sentence] }, index): Product => {
    const launchDay = launches[title] ?? 0
    return {
      row: {
        product_id: `P${String(index + 1).padStart(4, '0')}`,
        title,
        category: shelf.path,
        brand,
        price,
        cost: roundMoney(price * draw.between(0.36, 0.58)),
        stock: draw.chance(0.05) ? 0 : draw.whole(8, shelf.consumable ? 640 : 220),
        tags,
        description: `${sentence} ${shelf.note}`,
      },
      shelf,
      taste: tastes.indexOf(shelf.taste),
      pull: Math.exp(0.45 * draw.normal()),
      launchDay: Math.min(launchDay, windowDays),
      quality: Math.min(4.85, 4.3 + 0.4 * draw.normal()),
      companions: [],
    }
  })
  const byTitle = new Map(catalogue.map((product, index) => [product.row.title, index]))
  for (const [title, companion] of pairs) {
    const from = byTitle.get(title)
    const to = byTitle.get(companion)
    if (from === undefined || to === undefined) throw new Error(`Unknown pair: ${title}, ${companion}`)
    catalogue[from]!.companions.push(to)
    catalogue[to]!.companions.push(from)
  }
  return catalogue
}
