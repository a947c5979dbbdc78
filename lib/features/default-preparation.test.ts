import { describe, expect, it } from 'vitest'
import { completePreparations, defaultImputation } from './default-preparation'
import { attributeId, levelId, shareId } from './feature-id'

describe('completePreparations', () => {
  const plan = ['gold', 'silver', 'tin', null].map((value) => levelId('attribute:Plan', value))

  it('lets a field of levels count as much as one feature', () => {
    const ids = ['recency', ...plan, levelId('gender', 'f')]
    const weights = completePreparations(ids, {}).map(({ weight }) => weight)
    expect(weights).toEqual([1, 0.5, 0.5, 0.5, 0.5, 1])
  })

  it('fills gaps as suits the feature', () => {
    expect(defaultImputation('purchase_gap')).toBe('median')
    expect(defaultImputation('quarter_change')).toBe('zero')
    expect(defaultImputation(plan[0]!)).toBe('mean')
    expect(defaultImputation(attributeId('Points'))).toBe('median')
    expect(defaultImputation(shareId('brand', 'Acme'))).toBe('zero')
  })

  it('keeps what the user decided', () => {
    const decided = { recency: { transform: 'log', weight: 3 }, [plan[0]!]: { impute: 'zero' } } as const
    const [recency, gold, silver] = completePreparations(['recency', plan[0]!, plan[1]!], decided)
    expect(recency).toMatchObject({ transform: 'log', impute: 'median', weight: 3 })
    expect(gold).toMatchObject({ impute: 'zero', weight: 1 / Math.sqrt(2) })
    expect(silver).toMatchObject({ impute: 'mean', weight: 1 / Math.sqrt(2) })
  })
})
