import { describe, expect, it } from 'vitest'
import type { RecommenderResult, StrategyResult } from '@/lib/recommendations/result-schema'
import { judgeRecommender } from './judge-recommender'

const result = (chosen: RecommenderResult['chosen'], low: number, high: number, enough = true) => {
  const of = (strategy: string, mean: number) =>
    ({
      ...{ strategy, ndcg: { mean, low: 0, high: 1 } },
      gain: strategy === 'popular' ? { mean: 0, low: 0, high: 0 } : { mean: (low + high) / 2, low, high },
    }) as StrategyResult
  return { enough, chosen, strategies: [of('item', 0.3), of('popular', 0.1)] } as RecommenderResult
}

describe('judgeRecommender', () => {
  it('says that it beats best-sellers only when the whole interval does', () => {
    expect(judgeRecommender(result('item', 0.01, 0.2))).toMatchObject({ key: 'beats' })
    expect(judgeRecommender(result('item', 0.01, 0.2)).factor).toBeCloseTo(3)
    expect(judgeRecommender(result('item', -0.01, 0.2)).key).toBe('unsure')
    expect(judgeRecommender(result('item', -0.2, -0.01)).key).toBe('worse')
  })

  it('says when there is too little, or nothing better than best-sellers', () => {
    expect(judgeRecommender(result('item', 0.1, 0.2, false)).key).toBe('few')
    expect(judgeRecommender(result('popular', 0.1, 0.2)).key).toBe('baseline')
  })
})
