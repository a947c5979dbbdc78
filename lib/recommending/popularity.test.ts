import { describe, expect, it } from 'vitest'
import { fourByFive, scoresOf } from './four-by-five.fixture'
import { countBuyers, createCategoryScorer } from './popularity'

describe('popularity by category', () => {
  // a and b are of category 0, c and d of 1, e has none; bought by 2, 3, 2, 2 and 0 people
  const categories = { of: Int32Array.of(0, 0, 1, 1, -1), count: 2 }
  const scorer = createCategoryScorer(fourByFive, categories, countBuyers(fourByFive))

  it('gives each category the share that it has of what the user has', () => {
    expect(scoresOf(scorer, 0)).toEqual([2, 3, 0, 0, 0])
    // cleo: b 1, c 1, d 2, so a quarter is of category 0
    expect(scoresOf(scorer, 2)).toEqual([0.5, 0.75, 1.5, 1.5, 0])
    expect(scoresOf(scorer, 3)).toEqual([0, 0, 2, 2, 0])
  })

  it('says nothing of users with nothing in a category', () => {
    const bare = { of: Int32Array.of(0, 0, 1, -1, -1), count: 2 }
    expect(scoresOf(createCategoryScorer(fourByFive, bare, countBuyers(fourByFive)), 3)).toEqual([
      0, 0, 0, 0, 0,
    ])
  })
})
