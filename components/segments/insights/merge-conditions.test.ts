import { describe, expect, it } from 'vitest'
import { mergeConditions } from './merge-conditions'

describe('mergeConditions', () => {
  it('keeps the tightest bounds of each feature', () => {
    expect(
      mergeConditions([
        { feature: 'recency', operator: '<=', value: 90 },
        { feature: 'frequency', operator: '>', value: 2 },
        { feature: 'recency', operator: '<=', value: 30 },
        { feature: 'recency', operator: '>', value: 7 },
        { feature: 'recency', operator: '>', value: 3 },
      ]),
    ).toEqual([
      { feature: 'recency', above: 7, upTo: 30 },
      { feature: 'frequency', above: 2, upTo: null },
    ])
  })
})
