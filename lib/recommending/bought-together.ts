import { lift } from '@/lib/statistics/lift'
import { countUsers, type Interactions, transpose } from './interactions'

/** Of the baskets that hold one product, how many hold another. */
export interface Companion {
  item: number
  /** baskets with both */
  baskets: number
  /** share of all baskets that hold both */
  support: number
  /** share of the product's baskets that hold the other too */
  confidence: number
  /** confidence ÷ share of all baskets with the other, and the lower end of its 95 % interval */
  lift: number
  low: number
}

export interface CompanionOptions {
  /** default 10 */
  most?: number
  /** fewer common baskets say nothing; default 3 */
  leastBaskets?: number
}

/**
 * Per product what is bought together with it beyond chance: pairs in enough baskets (rows of the matrix) whose lift is above
 * 1 with 95 % confidence, highest lower bound first (support, confidence, lift: Agrawal et al. 1993, Brin et al. 1997).
 */
export function findCompanions(
  baskets: Interactions,
  { most = 10, leastBaskets = 3 }: CompanionOptions = {},
): Companion[][] {
  const { users: total, items } = baskets
  const holders = transpose(baskets)
  const counts = countUsers(baskets)
  const together = new Int32Array(items)
  return Array.from({ length: items }, (_, item) => {
    const touched: number[] = []
    for (let p = holders.offsets[item]!; p < holders.offsets[item + 1]!; p++) {
      const basket = holders.indices[p]!
      for (let q = baskets.offsets[basket]!; q < baskets.offsets[basket + 1]!; q++) {
        const other = baskets.indices[q]!
        if (other !== item && together[other]!++ === 0) touched.push(other)
      }
    }
    const own = counts[item]!
    const companions = touched.flatMap((other): Companion[] => {
      const both = together[other]!
      together[other] = 0
      if (both < leastBaskets) return []
      const measured = lift({ hits: both, count: own }, { hits: counts[other]! - both, count: total - own })
      if (!measured || measured.low <= 1) return []
      const { ratio, low } = measured
      return [{ item: other, baskets: both, support: both / total, confidence: both / own, lift: ratio, low }]
    })
    return companions.sort((a, b) => b.low - a.low || a.item - b.item).slice(0, most)
  })
}
