import type { Scorer } from './scorer'

/** The same scorer, which remembers the scores of the user that it was last asked about. */
export function rememberScores(scorer: Scorer, items: number): Scorer {
  const scores = new Float64Array(items)
  let last: number | null = null
  return {
    ...scorer,
    score(user, into) {
      if (user !== last) {
        last = null
        scores.fill(0)
        scorer.score(user, scores)
        last = user
      }
      for (let item = 0; item < items; item++) into[item]! += scores[item]!
    },
  }
}
