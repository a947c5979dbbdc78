import { existsSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import { features } from '@/lib/features/catalogue'
import { quoteText } from '@/lib/warehouse/sql'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { openTestBrand, type TestBrand } from './segments.fixture'

const retail = fileURLToPath(
  new URL('../../../shared/data/online_retail/slice_2010-12_to_2011-02.csv', import.meta.url),
)
const all = features.map(({ id }) => id)

let test: TestBrand
beforeAll(async () => {
  test = await openTestBrand('sqlite')
})
afterAll(() => test.close())
beforeEach(() => test.clear())

async function load(asOf: string, ids: readonly string[] = all) {
  const connection = await test.warehouse.connect()
  try {
    return await loadFeatures(connection, test.dataDir, await test.batches(), ids, asOf)
  } finally {
    connection.closeSync()
  }
}

/** Feature values of one customer by id; null = missing. */
async function readCustomer(id: string, asOf = '2024-03-31') {
  const table = await load(asOf)
  const row = table.customerIds.indexOf(id)
  return Object.fromEntries(
    all.map((feature, i) => {
      const value = table.values[i]![row]!
      return [feature, Number.isNaN(value) ? null : value]
    }),
  )
}

type Line = Record<string, string | number | null>
const line = (
  customer_id: string | null,
  order_id: string | null,
  ordered_at: string,
  amount: number,
  more: Line = {},
): Line => ({ customer_id, order_id, line_no: 1, ordered_at, quantity: 1, amount, ...more })

/** 31 March 2024 is a Sunday, 6 January a Saturday. */
const lines = [
  line('A', 'A1', '2024-01-06 10:00:00', 20, { product_id: 'P1', quantity: 2, discount: 5 }),
  line('A', 'A1', '2024-01-06 10:00:00', 10, { product_id: 'P2', line_no: 2 }),
  line('A', 'A2', '2024-03-26 18:00:00', 30, { product_id: 'P1' }),
  line('A', 'A3', '2024-03-28 09:00:00', -10, { product_id: 'P2', quantity: -1 }),
  line('B', 'B0', '2023-05-01 09:00:00', -8, { product_id: 'P9', quantity: -1 }),
  line('B', null, '2024-03-31 23:59:59', 5, { product_id: 'P9' }),
  line('B', null, '2024-03-31 23:59:59', 5, { product_id: 'P9', line_no: 2 }),
  line('returns only', 'C1', '2024-01-01 09:00:00', -5, { quantity: -1 }),
  line('too late', 'D1', '2024-04-01 00:00:00', 50),
  line('F', 'F1', '2023-01-02 12:00:00', 100, { product_id: 'P1' }),
  line('F', 'F1', '2023-01-02 12:00:00', 0, { product_id: 'gift', line_no: 2 }),
  line('F', 'F2', '2024-03-30 12:00:00', 0, { product_id: 'gift' }),
  line(null, 'N1', '2024-03-01 12:00:00', 999),
]

async function publishBrand() {
  await test.publish('orders', lines)
  await test.publish('customers', [
    { customer_id: 'A', birth_date: '1990-04-01' },
    { customer_id: 'B', birth_date: '1990-03-31' },
    { customer_id: 'never bought' },
  ])
  await test.publish('products', [
    { product_id: 'P1', category: 'Cups' },
    { product_id: 'P2', category: 'Plates' },
    { product_id: 'P9' },
  ])
  await test.publish('reviews', [
    { review_id: 1, customer_id: 'A', rating: 4, reviewed_on: '2024-01-09' },
    { review_id: 2, customer_id: 'A', rating: 5 },
    { review_id: 3, customer_id: 'A', rating: 1, reviewed_on: '2024-04-01' },
  ])
}

describe('features of a small brand, by hand', () => {
  beforeEach(publishBrand)

  it('counts an ordinary customer', async () => {
    expect(await readCustomer('A')).toMatchObject({
      recency: 5,
      frequency: 2,
      monetary: 50,
      average_order_value: 30,
      tenure: 85,
      purchase_gap: 80,
      recent_share: 1,
      weekend_share: 0.5,
      items_per_purchase: 2,
      distinct_products: 2,
      distinct_categories: 2,
      discount_share: 5 / 65,
      return_share: 10 / 60,
      age: 33,
      average_rating: 4.5,
    })
  })

  it('takes lines without an order at one moment as one purchase, the last second of the day included', async () => {
    expect(await readCustomer('B')).toMatchObject({
      recency: 0,
      frequency: 1,
      monetary: 2,
      average_order_value: 10,
      tenure: 0,
      purchase_gap: null,
      weekend_share: 1,
      distinct_products: 1,
      distinct_categories: 0,
      return_share: 0.8,
      age: 34,
      average_rating: null,
    })
  })

  it('does not take gifts and returns for purchases', async () => {
    expect(await readCustomer('F')).toMatchObject({
      recency: 454,
      frequency: 1,
      monetary: 100,
      recent_share: 0,
      weekend_share: 0,
      items_per_purchase: 1,
      distinct_products: 1,
      discount_share: 0,
      age: null,
    })
  })

  it('orders customers by id and counts the known ones without a purchase', async () => {
    const table = await load('2024-03-31', ['recency'])
    expect(table.customerIds).toEqual(['A', 'B', 'F'])
    expect(table.lastPurchase).toEqual(['2024-03-26', '2024-03-31', '2023-01-02'])
    expect([...table.purchases]).toEqual([2, 1, 1])
    expect([...table.revenue]).toEqual([50, 2, 100])
    expect(table.withoutPurchase).toBe(3)
  })

  it('knows nothing of what came after the as-of day', async () => {
    const table = await load('2024-01-06', ['frequency', 'monetary', 'average_rating', 'return_share'])
    expect(table.customerIds).toEqual(['A', 'F'])
    expect(table.values.map((column) => column[0])).toEqual([1, 30, 5, 0])
    expect((await load('2022-12-31', ['recency'])).customerIds).toEqual([])
  })

  it('replaces an order by its newest import', async () => {
    await test.publish('orders', [line('A', 'A2', '2024-03-20 18:00:00', 70, { product_id: 'P1' })])
    expect(await readCustomer('A')).toMatchObject({ recency: 11, frequency: 2, monetary: 90 })
  })
})

describe('which features the data supports', () => {
  it('says what a feature lacks', async () => {
    await test.publish('orders', [line('A', 'A1', '2024-01-06 10:00:00', 20)])
    const options = await findAvailability(test.warehouse, test.dataDir, await test.batches())
    expect(options).toMatchObject({ firstDate: '2024-01-06', lastDate: '2024-01-06' })
    expect(options?.available).toEqual(
      expect.arrayContaining(['recency', 'frequency', 'monetary', 'purchase_gap', 'items_per_purchase']),
    )
    expect(options?.missing).toContainEqual({
      feature: 'age',
      needs: [{ table: 'customers', column: 'birth_date' }],
    })
    expect(options?.missing).toContainEqual({
      feature: 'distinct_categories',
      needs: [
        { table: 'orders', column: 'product_id' },
        { table: 'products', column: 'category' },
      ],
    })
    expect((options?.available.length ?? 0) + (options?.missing.length ?? 0)).toBe(all.length)
  })

  it('is null without a purchase of a named customer', async () => {
    expect(await findAvailability(test.warehouse, test.dataDir, [])).toBeNull()
    await test.publish('orders', [
      line(null, 'N1', '2024-03-01 12:00:00', 9),
      line('A', 'A1', '2024-03-01 12:00:00', -9, { quantity: -1 }),
    ])
    expect(await findAvailability(test.warehouse, test.dataDir, await test.batches())).toBeNull()
  })
})

const day = 86_400_000

/** Recency, frequency and monetary value of each customer, counted line by line. */
async function countByHand(asOf: string) {
  const [, ...records] = parseRecords(await readFile(retail, 'utf8'), ',')
  const customers = new Map<string, { invoices: Set<string>; last: string; cents: number }>()
  for (const [invoice, , , quantity, date, price, customer] of records) {
    if (!customer || date!.slice(0, 10) > asOf) continue
    const id = customer.replace('.0', '')
    const entry = customers.get(id) ?? { invoices: new Set(), last: '', cents: 0 }
    customers.set(id, entry)
    const tenThousandths = Number(quantity) * Math.round(Number(price) * 1e4)
    if (Number(quantity) < 0 || tenThousandths > 0) entry.cents += tenThousandths
    if (Number(quantity) < 0 || tenThousandths <= 0) continue
    entry.invoices.add(invoice!)
    if (date! > entry.last) entry.last = date!
  }
  return [...customers]
    .filter(([, { invoices }]) => invoices.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { invoices, last, cents }]) => ({
      id,
      recency: (Date.parse(asOf) - Date.parse(last.slice(0, 10))) / day,
      frequency: invoices.size,
      monetary: cents / 1e4,
    }))
}

describe.skipIf(!existsSync(retail))('Online Retail (needs ../shared/data)', () => {
  it.each(['2011-02-28', '2011-01-15'])('gives R, F and M counted by hand, as of %s', async (asOf) => {
    const copy = join(test.dataDir, 'warehouse', 'retail.csv')
    await copyFile(retail, copy)
    const select = `SELECT InvoiceNo AS order_id, row_number() OVER () AS line_no,
      replace(CustomerID, '.0', '') AS customer_id, InvoiceDate AS ordered_at, Quantity AS quantity,
      Quantity::INTEGER * UnitPrice::DECIMAL(18,4) AS amount
      FROM read_csv(${quoteText(copy)}, all_varchar = true)`
    const columns = ['order_id', 'line_no', 'customer_id', 'ordered_at', 'quantity', 'amount']
    await test.publishSelect('orders', columns, select)
    const table = await load(asOf, ['recency', 'frequency', 'monetary', 'average_order_value'])
    const expected = await countByHand(asOf)
    expect(table.customerIds).toEqual(expected.map(({ id }) => id))
    expect([...table.values[0]!]).toEqual(expected.map(({ recency }) => recency))
    expect([...table.values[1]!]).toEqual(expected.map(({ frequency }) => frequency))
    for (const [i, { monetary }] of expected.entries()) expect(table.values[2]![i]).toBeCloseTo(monetary, 4)
    if (asOf === '2011-02-28') {
      expect(table.customerIds).toHaveLength(1682)
      expect(table.purchases.reduce((sum, n) => sum + n, 0)).toBe(3384)
      const sales = table.values[3]!.reduce((sum, mean, i) => sum + mean * table.purchases[i]!, 0)
      expect(sales).toBeCloseTo(1_589_296.28, 2)
    }
  })
})
