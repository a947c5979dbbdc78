import { expect, it } from 'vitest'
import { prepareTime } from './prepare-time'

const points = [
  { month: '2025-02', values: [20, 2] },
  { month: '2024-11', values: [10, 1] },
]

it('orders months and fills the empty ones with zero', () => {
  const time = prepareTime(points, 2, { emptyMonths: 'zero', limit: 60 })
  expect(time.total).toBe(4)
  expect(time.points).toEqual([
    { month: '2024-11', values: [10, 1] },
    { month: '2024-12', values: [0, 0] },
    { month: '2025-01', values: [0, 0] },
    { month: '2025-02', values: [20, 2] },
  ])
})

it('leaves gaps where empty means unknown', () => {
  const time = prepareTime(points, 1, { emptyMonths: 'gap', limit: 60 })
  expect(time.points.map((point) => point.values[0])).toEqual([10, null, null, 20])
})

it('keeps the latest months and tells how many there are', () => {
  const time = prepareTime(points, 2, { emptyMonths: 'zero', limit: 2 })
  expect(time.points.map((point) => point.month)).toEqual(['2025-01', '2025-02'])
  expect(time.total).toBe(4)
})

it('draws nothing without months', () => {
  expect(prepareTime([], 1, { emptyMonths: 'zero', limit: 60 })).toEqual({ points: [], total: 0 })
  expect(prepareTime([{ month: 'soon', values: [1] }], 1, { emptyMonths: 'gap', limit: 60 }).total).toBe(0)
})
