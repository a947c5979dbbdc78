import { expect, test } from 'vitest'
import type { DataOverview } from '@/lib/data/schema'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import { chooseNextStep } from './next-step'

const orders: DataOverview['orders'] = {
  firstDate: '2025-01-01',
  lastDate: '2025-01-31',
  customers: 1,
  purchases: 1,
  sales: 1,
  returns: 0,
  netRevenue: 1,
  averageOrder: 1,
  identifiedShare: 1,
  months: [],
}
const overview = (...present: TableName[]): DataOverview => ({
  tables: tableNames.map((table) => ({ table, rows: 1, imports: present.includes(table) ? 1 : 0 })),
  orders: present.includes('orders') ? orders : null,
})

test('the next step follows what is missing', () => {
  expect(chooseNextStep(overview('customers'), false)).toBe('addOrders')
  expect(chooseNextStep(overview('orders'), false)).toBe('createSegments')
  expect(chooseNextStep(overview('orders'), true)).toBe('addCustomers')
  expect(chooseNextStep(overview('orders', 'customers', 'products'), true)).toBe('addReviews')
  expect(chooseNextStep(overview(...tableNames), true)).toBe('openSegments')
})
