import { buildInteractions, type Interactions } from './interactions'

/**
 * Four users, five items, worked by hand in the tests:
 *
 * ```
 *        a  b  c  d  e
 * ann    1  1  0  0  0
 * bob    1  1  1  0  0
 * cleo   0  1  1  2  0
 * dan    0  0  0  1  0
 * ```
 */
export const fourByFive: Interactions = buildInteractions(4, 5, {
  user: Int32Array.of(0, 0, 1, 1, 1, 2, 2, 2, 3),
  item: Int32Array.of(0, 1, 0, 1, 2, 1, 2, 3, 3),
  weight: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 2, 1),
})

/** The scores of every item for a user. */
export function scoresOf(
  scorer: { score: (user: number, into: Float64Array) => void },
  user: number,
  items = 5,
): number[] {
  const scores = new Float64Array(items)
  scorer.score(user, scores)
  return [...scores]
}
