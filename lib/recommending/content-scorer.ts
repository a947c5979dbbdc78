import type { Content } from './content'
import { type Interactions, transpose } from './interactions'
import { rankReasons, type Scorer } from './scorer'

/**
 * Content-based: the cosine of an item's terms with those of everything the user has, weighted by how much they have of
 * it (Rocchio's profile). Reaches items that nobody has bought.
 */
export function createContentScorer(interactions: Interactions, { matrix }: Content): Scorer {
  const { offsets, indices, weights } = interactions
  const postings = transpose(matrix)
  const profile = new Float64Array(matrix.items)
  const touched = new Int32Array(matrix.items)
  return {
    score(user, into) {
      let seen = 0
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        const item = indices[p]!
        for (let q = matrix.offsets[item]!; q < matrix.offsets[item + 1]!; q++) {
          const term = matrix.indices[q]!
          if (profile[term] === 0) touched[seen++] = term
          profile[term]! += weights[p]! * matrix.weights[q]!
        }
      }
      let squares = 0
      for (let t = 0; t < seen; t++) squares += profile[touched[t]!]! ** 2
      const length = Math.sqrt(squares)
      for (let t = 0; t < seen; t++) {
        const term = touched[t]!
        const own = profile[term]! / length
        profile[term] = 0
        for (let q = postings.offsets[term]!; q < postings.offsets[term + 1]!; q++) {
          into[postings.indices[q]!]! += own * postings.weights[q]!
        }
      }
    },
    reasons(user, item, most) {
      const own = new Map<number, number>()
      for (let q = matrix.offsets[item]!; q < matrix.offsets[item + 1]!; q++) {
        own.set(matrix.indices[q]!, matrix.weights[q]!)
      }
      const contributions = []
      for (let p = offsets[user]!; p < offsets[user + 1]!; p++) {
        let likeness = 0
        for (let q = matrix.offsets[indices[p]!]!; q < matrix.offsets[indices[p]! + 1]!; q++) {
          likeness += (own.get(matrix.indices[q]!) ?? 0) * matrix.weights[q]!
        }
        contributions.push({ item: indices[p]!, amount: weights[p]! * likeness })
      }
      return rankReasons(contributions, most)
    },
  }
}
