import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import { defaultSorts, rowSetTables } from './schema'
import { getQuality, getRows } from './service'
import { openTestTables, type TestTables } from './tables.fixture'

describe.each(testProviders)('data quality on %s', (provider) => {
  let test: TestTables
  let owner: Member
  let empty: Member

  beforeAll(async () => {
    test = await openTestTables(provider)
    owner = await test.createMember('owner')
    empty = await test.createMember('owner')
    await test.publish(
      owner,
      'customers',
      'customer_id, email, consent',
      `VALUES ('1', 'ann@x.com', true), ('2', ' Ann@X.com', NULL), ('3', NULL, true), ('4', 'late@x.com', true)`,
    )
    await test.publish(
      owner,
      'products',
      'product_id, title, category, price',
      `VALUES ('P1', 'Cup', 'Kitchen', 5), ('P2', NULL, NULL, -1)`,
    )
    await test.publish(
      owner,
      'orders',
      'order_id, customer_id, ordered_at, product_id, quantity, unit_price, amount, currency',
      `VALUES ('A', '1', '2024-01-01', 'P1', 1, 10, 10, 'EUR'), ('B', '2', '2024-02-01', 'P9', 1, -10, -10, 'eur'),
              ('C', NULL, '2024-03-01', 'P1', 1, 30, 30, 'USD'), (NULL, 'late@x.com', '2999-01-01', NULL, 1, 10, 10, NULL),
              ('D', '77', '2024-03-01', 'P1', 1, 50, 50, 'EUR')`,
      1,
    )
    await test.publish(owner, 'reviews', 'review_id, text', `VALUES ('R1', 'fine')`)
  })
  afterAll(() => test.close())

  it('counts what is wrong, of how many rows and how much of the sales', async () => {
    const { findings, rows } = await getQuality(owner, 'EUR')
    expect(rows).toMatchObject({ customers: 4, orders: 5, products: 2, reviews: 1 })
    const found = Object.fromEntries(
      findings.map(({ check, rows }) => [check, rows && [rows.count, rows.total]]),
    )
    expect(found).toEqual({
      customersSameEmail: [2, 4],
      customersUnknownConsent: [1, 4],
      customersWithoutEmail: [1, 4],
      customersWithoutOrders: [1, 4],
      ordersInFuture: [1, 5],
      ordersNegativePrice: [1, 5],
      ordersOddSign: [1, 5],
      ordersOtherCurrency: [1, 5],
      ordersUnknownCustomer: [1, 5],
      ordersUnknownProduct: [1, 5],
      ordersWithoutCustomer: [1, 5],
      ordersWithoutNumber: [1, 5],
      ordersWithoutProduct: [1, 5],
      productsNegativePrice: [1, 2],
      productsNeverSold: [1, 2],
      productsWithoutCategory: [1, 2],
      productsWithoutTitle: [1, 2],
      reviewsWithoutProduct: [1, 1],
    })
    const guest = findings.find(({ check }) => check === 'ordersWithoutCustomer')
    expect(guest).toMatchObject({ salesShare: 0.3, effect: 0.3, severity: 'high' })
  })

  it('shows exactly the rows it counts', async () => {
    const { findings } = await getQuality(owner, 'EUR')
    for (const { rowSet, rows } of findings) {
      if (!rowSet) continue
      const table = rowSetTables[rowSet]
      const key = {
        customers: 'customer_id',
        orders: 'order_id',
        products: 'product_id',
        reviews: 'review_id',
      }
      const page = await getRows(owner, table, {
        ...{ q: '', filters: [], rows: rowSet, page: 1, size: 50 },
        ...{ columns: [key[table]], ...defaultSorts[table] },
      })
      expect([rowSet, page.total, page.rows.length]).toEqual([rowSet, rows?.count, rows?.count])
    }
    await expect(
      getRows(owner, 'orders', {
        ...{ q: '', filters: [], rows: 'productsNeverSold', page: 1, size: 50 },
        ...{ columns: ['order_id'], ...defaultSorts.orders },
      }),
    ).rejects.toMatchObject({ code: 'tableQueryInvalid' })
  })

  it('lists who was joined and who shares an address, but not to viewers', async () => {
    const { joined, sameEmail, currencies } = await getQuality(owner, 'EUR')
    expect(joined).toEqual({ count: 1, first: [{ contact: 'late@x.com', customerIds: ['4'], count: 1 }] })
    expect(sameEmail).toEqual({
      count: 1,
      first: [{ contact: 'ann@x.com', customerIds: ['1', '2'], count: 2 }],
    })
    expect(currencies).toEqual([
      { currency: 'EUR', lines: 3 },
      { currency: 'USD', lines: 1 },
    ])
    const shown = await getQuality({ ...owner, role: 'viewer' }, 'EUR')
    expect([shown.joined, shown.sameEmail]).toEqual([
      { count: 1, first: null },
      { count: 1, first: null },
    ])
  })

  it('asks an empty workspace for orders first', async () => {
    const { findings, historyDays } = await getQuality(empty, 'EUR')
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([['noOrders', 'high']])
    expect(historyDays).toBeNull()
  })
})
