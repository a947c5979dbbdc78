import type { Recommended } from './top-items'

/** What the rules ask of a product. */
export interface ItemFacts {
  category: string | null
  price: number | null
  cost: number | null
  stock: number | null
  /** a level of a product that may not exceed the customer's, for instance of risk */
  level: number | null
}

export interface BusinessRules {
  /** false: nothing the customer has is shown again, but in these categories it is (null = no category) */
  repeat: boolean
  repeatCategories: readonly string[]
  /** products without stock are left out; those whose stock is not known stay */
  inStock: boolean
  /** never shown */
  barredItems: readonly number[]
  barredCategories: readonly string[]
  /** shown first, in this order, where the other rules allow it */
  pinnedItems: readonly number[]
  price: { from: number | null; to: number | null }
  /** at most so many of one category; null: no limit */
  perCategory: number | null
  /** 0 … 1: how much of a score's place its margin ((price − cost) ÷ price) may earn: score × (1 + boost × margin) */
  marginBoost: number
}

export const noRules: BusinessRules = {
  repeat: false,
  repeatCategories: [],
  inStock: false,
  barredItems: [],
  barredCategories: [],
  pinnedItems: [],
  price: { from: null, to: null },
  perCategory: null,
  marginBoost: 0,
}

/** Items that may be shown to nobody: 1 a barred one. */
export function findBarred(items: readonly ItemFacts[], rules: BusinessRules): Uint8Array {
  const barred = new Set(rules.barredItems)
  const categories = new Set(rules.barredCategories)
  const { from, to } = rules.price
  return Uint8Array.from(items, ({ category, price, stock }, item) => {
    const priced = price === null || ((from === null || price >= from) && (to === null || price <= to))
    const allowed =
      !barred.has(item) &&
      !(category !== null && categories.has(category)) &&
      !(rules.inStock && stock !== null && stock <= 0) &&
      priced
    return allowed ? 0 : 1
  })
}

/** Whether what the customer has already may be shown to them again. */
export function mayRepeat({ category }: ItemFacts, { repeat, repeatCategories }: BusinessRules): boolean {
  return repeat || (category !== null && repeatCategories.includes(category))
}

/** Whether a product suits a customer's level; one without a level suits everybody, a customer without one only those. */
export function isSuitable({ level }: ItemFacts, customerLevel: number | null): boolean {
  return level === null || (customerLevel !== null && level <= customerLevel)
}

/** Raises scores in place by the products' margins. */
export function boostMargins(
  scores: Float64Array,
  items: readonly ItemFacts[],
  { marginBoost }: BusinessRules,
): void {
  if (marginBoost === 0) return
  for (let item = 0; item < scores.length; item++) {
    const { price, cost } = items[item]!
    if (price === null || cost === null || !(price > 0)) continue
    scores[item]! *= 1 + marginBoost * Math.max(0, (price - cost) / price)
  }
}

/** The first n of a ranking with at most `perCategory` of one category; items without a category are not limited. */
export function limitCategories(
  ranked: readonly Recommended[],
  items: readonly ItemFacts[],
  n: number,
  perCategory: number | null,
): Recommended[] {
  if (perCategory === null) return ranked.slice(0, n)
  const counts = new Map<string, number>()
  const kept: Recommended[] = []
  for (const one of ranked) {
    if (kept.length >= n) break
    const { category } = items[one.item]!
    if (category !== null) {
      const count = counts.get(category) ?? 0
      if (count >= perCategory) continue
      counts.set(category, count + 1)
    }
    kept.push(one)
  }
  return kept
}
