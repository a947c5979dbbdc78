import type { ContentItem } from '@/lib/recommending/content'
import { type InteractionKind, type WeightOptions, weighInteraction } from '@/lib/recommending/weights'

export type CatalogueProduct = ContentItem & { id: string; cost: number | null; stock: number | null }

/** What customers did with products, one entry per customer, product, day and kind; indices into the ids. */
export type Observations = {
  /** ascending */
  customerIds: string[]
  /** by ascending id */
  products: CatalogueProduct[]
  customer: Int32Array
  product: Int32Array
  /** days since 1970-01-01 */
  day: Int32Array
  /** index into `kinds` */
  kind: Uint8Array
  /** purchases (below 0: returns), a rating's share of the best, or times × weight of an event */
  amount: Float64Array
  kinds: readonly InteractionKind[]
}

/** What each observation counts as of a day; see lib/recommending/weights.ts. */
export function weighObservations(
  { day, kind, amount, kinds }: Observations,
  asOf: number,
  options: WeightOptions,
): Float64Array {
  return Float64Array.from(amount, (value, i) =>
    weighInteraction(kinds[kind[i]!]!, value, asOf - day[i]!, options),
  )
}
