import { expect, it } from 'vitest'
import { formatParams } from './format-params'
import { createFormats } from './formatting'

it('writes figures by the end of their names', () => {
  const params = {
    revenueMoney: 37,
    onceShare: 0.046,
    allShare: 0.5,
    noneShare: 0,
    gapDays: 14.4,
    liftFactor: 2.345,
    purchasesMean: 11,
    count: 1200,
    category: 'Share',
    weekday: 3,
  }
  expect(formatParams(createFormats('en', 'EUR', 'UTC'), params)).toEqual({
    revenueMoney: '€37',
    onceShare: '4.6%',
    allShare: '50%',
    noneShare: '0%',
    gapDays: '14 days',
    liftFactor: '2.3',
    purchasesMean: '11.0',
    count: 1200,
    category: 'Share',
    weekday: 3,
  })
  expect(formatParams(createFormats('zh-CN', 'CNY', 'UTC'), { gapDays: 3 })).toEqual({ gapDays: '3天' })
})
