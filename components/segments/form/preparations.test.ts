import { describe, expect, it } from 'vitest'
import type { FormItem } from './form-item'
import {
  changePreparation,
  importanceOf,
  type Preparations,
  preparationSettings,
  resetPreparation,
} from './preparations'

const suggested = { transform: 'log', impute: 'median', scale: 'z', weight: 1 } as const
const single: FormItem = {
  key: 'monetary',
  ids: ['monetary'],
  group: 'value',
  preselected: true,
  field: null,
}
const plan: FormItem = {
  key: 'level:attribute:Plan',
  ids: ['Basic', 'Plus', 'Pro', '*'].map((value) => `level:attribute%3APlan:${value}`),
  group: 'own',
  preselected: false,
  field: 'attribute:Plan',
}

describe('changePreparation', () => {
  it('keeps what differs from the suggestion and forgets what is back at it', () => {
    const bent = changePreparation({}, 'monetary', { transform: 'winsorise' }, suggested)
    expect(bent).toEqual({ monetary: { transform: 'winsorise' } })
    const weighted = changePreparation(bent, 'monetary', { weight: 2 }, suggested)
    expect(weighted).toEqual({ monetary: { transform: 'winsorise', weight: 2 } })
    const back = changePreparation(weighted, 'monetary', { transform: 'log' }, suggested)
    expect(back).toEqual({ monetary: { weight: 2 } })
    expect(changePreparation(back, 'monetary', { weight: 1 }, suggested)).toEqual({})
    expect(bent).toEqual({ monetary: { transform: 'winsorise' } })
  })

  it('leaves other features alone, as does a reset', () => {
    const before: Preparations = { recency: { weight: 3 } }
    const after = changePreparation(before, 'monetary', { impute: 'zero' }, suggested)
    expect(after).toEqual({ recency: { weight: 3 }, monetary: { impute: 'zero' } })
    expect(resetPreparation(after, 'monetary')).toEqual(before)
  })
})

describe('preparationSettings', () => {
  it('sends what was changed of chosen features only', () => {
    const preparations = { monetary: { scale: 'robust' }, recency: { weight: 3 } } as const
    expect(preparationSettings(preparations, [single, plan])).toEqual({ monetary: { scale: 'robust' } })
  })

  it('shares the importance of a field among its levels: the sum of squared weights is its square', () => {
    const settings = preparationSettings({ [plan.key]: { weight: 3 } }, [plan])
    expect(Object.keys(settings)).toEqual(plan.ids)
    const squares = Object.values(settings).map(({ weight = 1 }) => weight ** 2)
    expect(squares.reduce((sum, square) => sum + square, 0)).toBeCloseTo(9, 12)
  })
})

it('names weights', () => {
  expect([0.5, 1, 2, 3, 1.7].map(importanceOf)).toEqual(['half', 'normal', 'double', 'triple', 'normal'])
})
