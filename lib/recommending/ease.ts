import { invertPositiveDefinite } from './cholesky'
import type { Interactions } from './interactions'
import { rankReasons, type Scorer } from './scorer'

/** Catalogues above this are too large for a dense model: 5,000 items take about a minute and 0.4 GB. */
export const mostEaseItems = 5000

export interface EaseModel {
  items: number
  /** items × items, row-major: what having the row's item says of the column's */
  weights: Float64Array
}

/** Σ over users of r_ui r_uj for all pairs of items: items × items, row-major. */
function measureGram(interactions: Interactions): Float64Array {
  const { users, items, offsets, indices, weights } = interactions
  const gram = new Float64Array(items * items)
  for (let user = 0; user < users; user++) {
    for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
      const row = indices[p]! * items
      const own = weights[p]!
      for (let q = offsets[user]!; q < offsets[user + 1]!; q++) gram[row + indices[q]!]! += own * weights[q]!
    }
  }
  return gram
}

/**
 * EASE: the linear item-item model with zero diagonal that fits the interactions best under an L2 penalty, in closed form:
 * P = (XᵀX + λI)⁻¹, B_ij = −P_ij / P_jj, B_jj = 0 (Steck 2019, Embarrassingly Shallow Autoencoders for Sparse Data).
 * Throws RangeError when λ ≤ 0 or there are more than `mostEaseItems` items.
 */
export function fitEase(interactions: Interactions, lambda: number): EaseModel {
  const { items } = interactions
  if (!(lambda > 0)) throw new RangeError(`lambda must be above 0, not ${lambda}`)
  if (items > mostEaseItems) throw new RangeError(`EASE takes up to ${mostEaseItems} items, not ${items}`)
  const weights = measureGram(interactions)
  for (let item = 0; item < items; item++) weights[item * (items + 1)]! += lambda
  invertPositiveDefinite(weights, items)
  const diagonal = Float64Array.from({ length: items }, (_, item) => weights[item * (items + 1)]!)
  for (let row = 0, p = 0; row < items; row++) {
    for (let column = 0; column < items; column++, p++)
      weights[p] = row === column ? 0 : -weights[p]! / diagonal[column]!
  }
  return { items, weights }
}

/** An item's score is Σ over the user's items of their weight × what they say of it. */
export function createEaseScorer({ offsets, indices, weights }: Interactions, model: EaseModel): Scorer {
  const { items } = model
  return {
    score(user, into) {
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        const row = indices[p]! * items
        const own = weights[p]!
        for (let item = 0; item < items; item++) into[item]! += own * model.weights[row + item]!
      }
    },
    reasons(user, item, most) {
      const contributions = []
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        contributions.push({
          item: indices[p]!,
          amount: weights[p]! * model.weights[indices[p]! * items + item]!,
        })
      }
      return rankReasons(contributions, most)
    },
  }
}
