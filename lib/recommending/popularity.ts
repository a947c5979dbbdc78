import type { Interactions } from './interactions'
import type { Scorer } from './scorer'

/** How many different users each item has. */
export function countBuyers({ items, indices }: Interactions): Float64Array {
  const counts = new Float64Array(items)
  for (const item of indices) counts[item]!++
  return counts
}

/** Σ 2^(−age ÷ half-life) per item over its observations: what sells now. Ages in days. */
export function measureRecent(
  items: number,
  item: Int32Array,
  ageDays: Float64Array,
  halfLifeDays: number,
): Float64Array {
  if (!(halfLifeDays > 0)) throw new RangeError(`the half-life must be above 0, not ${halfLifeDays}`)
  const sums = new Float64Array(items)
  for (let i = 0; i < item.length; i++) sums[item[i]!]! += 2 ** (-ageDays[i]! / halfLifeDays)
  return sums
}

/** How many users of each group (−1 = none) an item has: groups × items, row-major. */
export function countBuyersByGroup(
  interactions: Interactions,
  groups: Int32Array,
  count: number,
): Float64Array {
  const { users, items, offsets, indices } = interactions
  const counts = new Float64Array(count * items)
  for (let user = 0; user < users; user++) {
    const group = groups[user]!
    if (group < 0) continue
    for (let p = offsets[user]!; p < offsets[user + 1]!; p++) counts[group * items + indices[p]!]!++
  }
  return counts
}

/** The same scores for everybody. */
export function createPopularityScorer(popularity: Float64Array): Scorer {
  return {
    score(_user, into) {
      for (let item = 0; item < popularity.length; item++) into[item]! += popularity[item]!
    },
  }
}

/** The scores of a user's group (groups × items, row-major); nothing for users without one. */
export function createGroupScorer(items: number, groups: Int32Array, popularity: Float64Array): Scorer {
  return {
    score(user, into) {
      const group = groups[user]!
      if (group < 0) return
      for (let item = 0; item < items; item++) into[item]! += popularity[group * items + item]!
    },
  }
}

/**
 * Best-sellers of the categories a user buys from: an item's popularity times the share that its category (−1 = none) has of
 * what the user has. Nothing for users without anything in a category.
 */
export function createCategoryScorer(
  { offsets, indices, weights }: Interactions,
  categories: { of: Int32Array; count: number },
  popularity: Float64Array,
): Scorer {
  const shares = new Float64Array(categories.count)
  return {
    score(user, into) {
      shares.fill(0)
      let total = 0
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        const category = categories.of[indices[p]!]!
        if (category < 0) continue
        shares[category]! += weights[p]!
        total += weights[p]!
      }
      if (total === 0) return
      for (let item = 0; item < popularity.length; item++) {
        const category = categories.of[item]!
        if (category >= 0) into[item]! += popularity[item]! * (shares[category]! / total)
      }
    },
  }
}
