import { expect, it } from 'vitest'
import type { OrderSums } from '@/lib/warehouse/order-sums'
import { summariseOrders } from './overview'

const period = (month: string | null, sales: string): OrderSums => ({
  month,
  firstDate: '2023-11-05',
  lastDate: '2024-02-01',
  lines: 9,
  customers: 2,
  purchases: 4,
  sales,
  returns: '20.00',
  netRevenue: (Number(sales) - 20).toFixed(2),
  salesWithoutCustomer: '20.00',
  namedLines: 8,
  namedPurchaseLines: 6,
  namedPurchases: 3,
  namedSales: '80.00',
  namedReturnLines: 2,
  namedReturns: '20.00',
  namedNetRevenue: '60.00',
})

it('summariseOrders fills months in which nothing was sold', () => {
  const orders = summariseOrders([
    period('2023-11', '70.00'),
    period('2024-02', '50.00'),
    period(null, '100.00'),
  ])
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
