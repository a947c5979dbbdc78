import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readPackedItems } from '@/lib/csv/packed-items'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { packedItemsSql } from './queries-items'
import { openRejected } from './service'

const header =
  'order_id,order_number,order_date,status,order_total,order_currency,payment_method,customer_id,billing_email,billing_first_name,line_items'
const order = (n: number, email: string, total: string, items: string) =>
  `${n},${1000 + n},2026-01-0${n} 10:00:00,completed,${total},EUR,card,0,${email},Ada,"${items}"`
const tea = (quantity: number) =>
  `name:Tea; green|sku:T1|quantity:${quantity}|total:${quantity * 10}.00|meta:`
const cup = 'name:Cup|sku:C1|quantity:1|total:4.50|meta:Colour: red'

describe.each(testProviders)('orders whose products share a cell on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  beforeEach(() => test.clear())
  afterAll(() => test.close())

  const lines = () =>
    test.select(
      'SELECT order_id AS o, product_id AS p, product_title AS t, quantity AS q, amount AS a FROM orders ORDER BY ALL',
    )
  const file = (...orders: string[]) => [header, ...orders, ''].join('\n')

  it('become lines, and every row of the file is accounted for', async () => {
    const text = file(
      order(1, 'a@x.de', '29.50', `${tea(2)};${cup}`),
      order(2, 'b@x.de', '12.00', ''),
      order(3, 'a@x.de', '14.50', `${tea(1)};${cup.replace('quantity:1', 'quantity:one')}`),
      order(4, 'a@x.de', '10.00', tea(1)),
    )
    const detail = await test.importText(text)
    expect(detail.mapping.tables[0]?.columns).toMatchObject({ items: 10, amount: 4 })
    expect(detail).toMatchObject({ rowsRead: 4, rowsCreated: 3, rowsUpdated: 0, rowsRejected: 1 })
    expect(detail.report?.identity).toEqual({ byContact: 3, joined: 0 })
    expect(detail.report?.orders).toMatchObject({
      purchaseLines: 4,
      purchases: 3,
      customers: 2,
      sales: '46.50',
    })
    expect(detail.report?.rejected).toMatchObject([
      { reason: 'items', field: 'items', column: 'line_items', rows: 1, firstLine: 4 },
    ])
    expect(await lines()).toEqual([
      { o: '1001', p: 'C1', t: 'Cup', q: 1, a: '4.5000' },
      { o: '1001', p: 'T1', t: 'Tea; green', q: 2, a: '20.0000' },
      { o: '1002', p: null, t: null, q: 1, a: '12.0000' },
      { o: '1004', p: 'T1', t: 'Tea; green', q: 1, a: '10.0000' },
    ])
    const { file: rejected } = await openRejected(test.owner, detail.id)
    expect(await rejected.readFile('utf8')).toContain('quantity:one')
    await rejected.close()
  })

  it('are unchanged, changed or new row by row when they come again', async () => {
    const first = file(order(1, 'a@x.de', '29.50', `${tea(2)};${cup}`), order(2, 'b@x.de', '10.00', tea(1)))
    await test.importText(first)
    const again = await test.importText(first)
    expect(again).toMatchObject({ rowsRead: 2, rowsCreated: 0, rowsUpdated: 0, rowsUnchanged: 2 })
    const next = file(
      order(1, 'a@x.de', '29.50', `${cup};${tea(2)}`),
      order(2, 'b@x.de', '14.50', `${tea(1)};${cup}`),
      order(3, 'b@x.de', '4.50', cup),
    )
    const changed = await test.importText(next)
    expect(changed).toMatchObject({ rowsRead: 3, rowsCreated: 1, rowsUpdated: 1, rowsUnchanged: 1 })
    expect(await lines()).toHaveLength(5)
    const replaced = await test.importText(file(order(2, 'b@x.de', '10.00', tea(1))), { mode: 'replace' })
    expect(replaced.report?.tables[0]).toMatchObject({ created: 0, updated: 1, unchanged: 0, removed: 2 })
    expect(await lines()).toHaveLength(1)
    const added = await test.importText(file(order(2, 'b@x.de', '4.50', cup)), { mode: 'append' })
    expect(added.report?.tables[0]).toMatchObject({ created: 1, updated: 0 })
  })

  it.each([
    `${tea(2)};${cup}`,
    'name:a|product_id:17850.0|quantity:1|total:1',
    "name:' x |sku:-|product_id:7|qty:2|total:-3.25|sub_total:4",
    'sku:|name:|quantity:1|total:0',
    'name:a|b;c|quantity:1|total:1;  sku:9|quantity:2|total:2',
    'name:a|quantity:1|total:1;;name:b|quantity:1|total:1',
    'name:\u001e|quantity:1|total:1',
    'name:a|quantity:1,5|total:1',
    'total:1|name:a',
    'free text',
  ])('reads %j alike before and during the import', async (cell) => {
    const sql = `SELECT ${packedItemsSql('cell')}::JSON AS items FROM (SELECT ${quoteText(cell)} AS cell)`
    const [row] = await queryRows<{ items: string | null }>(test.warehouse, sql)
    const read = readPackedItems(cell)?.map(({ productId, title, quantity, amount }) => ({
      ...{ product_id: productId, title, quantity: Number(quantity), amount: Number(amount) },
    }))
    expect(row?.items ? JSON.parse(row.items) : null).toEqual(read ?? null)
  })
})
