import { expect, it } from 'vitest'
import { summariseOrders } from './overview'
import type { PeriodRow } from './queries-overview'

const period = (month: string | null, netRevenue: number): PeriodRow => ({
  month,
  firstDate: '2023-11-05',
  lastDate: '2024-02-01',
  customers: 2,
  purchases: 4,
  sales: 100,
  returns: 20,
  netRevenue,
  identified: 60,
})

it('summariseOrders fills months in which nothing was sold', () => {
  const orders = summariseOrders([period('2023-11', 50), period('2024-02', 30), period(null, 80)])
  expect(orders?.months.map(({ month, netRevenue }) => [month, netRevenue])).toEqual([
    ['2023-11', 50],
    ['2023-12', 0],
    ['2024-01', 0],
    ['2024-02', 30],
  ])
  expect(orders).toMatchObject({ netRevenue: 80, averageOrder: 25, identifiedShare: 0.75 })
})

it('summariseOrders knows of no orders', () => {
  expect(summariseOrders([])).toBeNull()
})
