import type { Interactions } from './interactions'
import type { Neighbours } from './neighbours'
import { rankReasons, type Scorer } from './scorer'

/** How alike row and other are by the list of row; 0 when other is not on it. */
function findSimilarity({ offsets, indices, similarities }: Neighbours, row: number, other: number): number {
  for (let p = offsets[row]!; p < offsets[row + 1]!; p++) if (indices[p] === other) return similarities[p]!
  return 0
}

/**
 * Item-based collaborative filtering: an item's score is Σ over its neighbours that the user has of similarity × weight.
 * `neighbours` has one row an item: the k items it is most like (Sarwar et al. 2001).
 */
export function createItemScorer(interactions: Interactions, neighbours: Neighbours): Scorer {
  const { offsets, indices, weights } = interactions
  const reversed = reverse(neighbours, interactions.items)
  return {
    score(user, into) {
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        const owned = indices[p]!
        const weight = weights[p]!
        for (let q = reversed.offsets[owned]!; q < reversed.offsets[owned + 1]!; q++) {
          into[reversed.indices[q]!]! += weight * reversed.similarities[q]!
        }
      }
    },
    reasons(user, item, most) {
      const contributions = []
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        const owned = indices[p]!
        contributions.push({ item: owned, amount: weights[p]! * findSimilarity(neighbours, item, owned) })
      }
      return rankReasons(contributions, most)
    },
  }
}

/** Per row those on whose lists it stands. */
function reverse({ offsets, indices, similarities }: Neighbours, rows: number): Neighbours {
  const starts = new Int32Array(rows + 1)
  for (const index of indices) starts[index + 1]!++
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!
  const next = starts.slice(0, rows)
  const owners = new Int32Array(indices.length)
  const values = new Float64Array(indices.length)
  for (let row = 0; row < rows; row++) {
    for (let p = offsets[row]!; p < offsets[row + 1]!; p++) {
      const place = next[indices[p]!]!++
      owners[place] = row
      values[place] = similarities[p]!
    }
  }
  return { offsets: starts, indices: owners, similarities: values }
}

/**
 * User-based collaborative filtering: an item's score is Σ over the user's k most similar users of similarity × their
 * weight of the item (Resnick et al. 1994, without means: interactions say how much, not how well).
 */
export function createUserScorer(interactions: Interactions, neighbours: Neighbours): Scorer {
  const { offsets, indices, weights } = interactions
  return {
    score(user, into) {
      for (let p = neighbours.offsets[user]!; p < neighbours.offsets[user + 1]!; p++) {
        const other = neighbours.indices[p]!
        const similarity = neighbours.similarities[p]!
        for (let q = offsets[other]!; q < offsets[other + 1]!; q++)
          into[indices[q]!]! += similarity * weights[q]!
      }
    },
    reasons(user, item, most) {
      const own = new Map<number, number>()
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) own.set(indices[p]!, weights[p]!)
      const amounts = new Map<number, number>()
      for (let p = neighbours.offsets[user]!; p < neighbours.offsets[user + 1]!; p++) {
        const other = neighbours.indices[p]!
        const has = weightOf(interactions, other, item)
        if (has === 0) continue
        for (let q = offsets[other]!; q < offsets[other + 1]!; q++) {
          const shared = own.get(indices[q]!)
          if (shared === undefined) continue
          const amount = neighbours.similarities[p]! * has * shared * weights[q]!
          amounts.set(indices[q]!, (amounts.get(indices[q]!) ?? 0) + amount)
        }
      }
      return rankReasons(
        [...amounts].map(([shared, amount]) => ({ item: shared, amount })),
        most,
      )
    },
  }
}

function weightOf({ offsets, indices, weights }: Interactions, user: number, item: number): number {
  let low = offsets[user]!
  let high = offsets[user + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = indices[middle]!
    if (found === item) return weights[middle]!
    if (found < item) low = middle + 1
    else high = middle - 1
  }
  return 0
}
