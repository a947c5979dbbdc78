import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWarehouse, queryRows } from './duckdb'
import { type OrderSums, orderSumsSchema, orderSumsSql } from './order-sums'

let warehouse: DuckDBInstance
let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'personae-sums-'))
  warehouse = await openWarehouse(dataDir, { memory: '200MB', threads: 1 })
})
afterAll(async () => {
  warehouse.closeSync()
  await rm(dataDir, { recursive: true })
})

const lines = (values: string) =>
  `(SELECT ordered_at::TIMESTAMP AS ordered_at, order_id::VARCHAR AS order_id, customer_id::VARCHAR AS customer_id,
      quantity::DOUBLE AS quantity, amount::DECIMAL(18,4) AS amount
    FROM (VALUES ${values}) given(ordered_at, order_id, customer_id, quantity, amount))`
const sum = (values: string) => queryRows<OrderSums>(warehouse, orderSumsSql(lines(values)))

it('sums order lines by month and over the whole time', async () => {
  const sums = await sum(`
    ('2023-12-31 23:59:59', 'A', 'K1', 2, 20.1),
    ('2024-01-01 00:00:00', 'A', 'K1', 1, 5.005),
    ('2024-01-05 10:00:00', 'B', 'K1', 1, 7),
    ('2024-01-06 10:00:00', 'B', 'K1', -1, -7),
    ('2024-01-09 10:00:00', NULL, 'K2', 1, 3),
    ('2024-01-09 10:00:00', NULL, 'K2', 1, 4),
    ('2024-01-09 11:00:00', NULL, 'K2', 1, 5),
    ('2024-01-09 11:00:00', NULL, NULL, 1, 6),
    ('2024-03-02 10:00:00', 'C', NULL, 3, 9),
    ('2024-03-03 10:00:00', 'C', NULL, -3, -9.5),
    ('2024-03-04 10:00:00', 'D', 'K3', 1, 0)`)
  expect(orderSumsSchema.parse(sums)).toEqual(sums)
  expect(sums).toEqual([
    {
      ...{ month: '2023-12', firstDate: '2023-12-31', lastDate: '2023-12-31', lines: 1, customers: 1 },
      ...{ purchases: 1, sales: '20.10', returns: '0.00', netRevenue: '20.10', salesWithoutCustomer: '0.00' },
      ...{ namedLines: 1, namedPurchaseLines: 1, namedPurchases: 1, namedSales: '20.10' },
      ...{ namedReturnLines: 0, namedReturns: '0.00', namedNetRevenue: '20.10' },
    },
    {
      ...{ month: '2024-01', firstDate: '2024-01-01', lastDate: '2024-01-09', lines: 7, customers: 2 },
      ...{
        purchases: 4,
        sales: '30.005',
        returns: '7.00',
        netRevenue: '23.005',
        salesWithoutCustomer: '6.00',
      },
      ...{ namedLines: 6, namedPurchaseLines: 5, namedPurchases: 3, namedSales: '24.005' },
      ...{ namedReturnLines: 1, namedReturns: '7.00', namedNetRevenue: '17.005' },
    },
    {
      ...{ month: '2024-03', firstDate: '2024-03-02', lastDate: '2024-03-04', lines: 3, customers: 0 },
      ...{ purchases: 1, sales: '9.00', returns: '9.50', netRevenue: '-0.50', salesWithoutCustomer: '9.00' },
      ...{ namedLines: 1, namedPurchaseLines: 0, namedPurchases: 0, namedSales: '0.00' },
      ...{ namedReturnLines: 0, namedReturns: '0.00', namedNetRevenue: '0.00' },
    },
    {
      ...{ month: null, firstDate: '2023-12-31', lastDate: '2024-03-04', lines: 11, customers: 2 },
      ...{
        purchases: 6,
        sales: '59.105',
        returns: '16.50',
        netRevenue: '42.605',
        salesWithoutCustomer: '15.00',
      },
      ...{ namedLines: 8, namedPurchaseLines: 6, namedPurchases: 4, namedSales: '44.105' },
      ...{ namedReturnLines: 1, namedReturns: '7.00', namedNetRevenue: '37.105' },
    },
  ])
})

it('counts an order of named and unnamed lines as one of a customer’s', async () => {
  const sums = await sum("('2024-01-05', 'A', 'K1', 1, 7), ('2024-01-05', 'A', NULL, 1, 7)")
  expect(sums.at(-1)).toMatchObject({ purchases: 1, namedPurchases: 1, customers: 1 })
})

it('has no sums without order lines', async () => {
  expect(
    await queryRows(warehouse, orderSumsSql(`${lines("('2024-01-05', 'A', 'K1', 1, 7)")} WHERE false`)),
  ).toEqual([])
})
