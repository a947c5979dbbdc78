import { expect, it } from 'vitest'
import { fourByFive, scoresOf } from './four-by-five.fixture'
import { createItemScorer } from './neighbour-scorers'
import { itemNeighbours } from './neighbours'
import { rememberScores } from './remember-scores'

it('scores as the scorer does, and asks it once for each change of user', () => {
  const scorer = createItemScorer(fourByFive, itemNeighbours(fourByFive, { k: 4 }))
  const asked: number[] = []
  const remembering = rememberScores(
    {
      ...scorer,
      score(user, into) {
        asked.push(user)
        scorer.score(user, into)
      },
    },
    5,
  )
  for (const user of [0, 0, 3, 0]) expect(scoresOf(remembering, user)).toEqual(scoresOf(scorer, user))
  expect(asked).toEqual([0, 3, 0])
  const into = Float64Array.of(1, 1, 1, 1, 1)
  remembering.score(0, into)
  expect([...into]).toEqual(scoresOf(scorer, 0).map((score) => score + 1))
  expect(remembering.reasons?.(0, 2, 3)).toEqual(scorer.reasons?.(0, 2, 3))
})
