import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { tableImport } from './erasure.fixture'
import * as service from './erasure-service'

let test: TestWorkspace

const add = async (table: Parameters<typeof tableImport>[0], rows: Record<string, string>[]) => {
  const { text, mapping } = tableImport(table, rows)
  await test.importText(text, mapping)
}
const order = (order_id: string, customer_id: string) => ({
  ...{ order_id, customer_id, ordered_at: '2026-01-01', quantity: '1', amount: '5' },
})
const select = async (sql: string) => (await test.select(sql)).map((row) => Object.values(row))

beforeAll(async () => {
  test = await openTestWorkspace('sqlite')
  await add('customers', [
    // typed wrong at first, put right below
    { customer_id: 'neighbour', email: 'pia@example.com', city: 'Bern' },
    ...Array.from({ length: 7 }, (_, n) => ({ customer_id: `till${n}`, email: 'none@shop.example' })),
  ])
  await add('customers', [
    { customer_id: 'pia', email: 'Pia@example.com', phone: '+41 31 555 01 99', city: 'Rome' },
    { customer_id: 'pia-2', email: 'PIA@EXAMPLE.COM', city: 'Oslo' },
    { customer_id: 'partner', email: 'partner@example.com', phone: '0041315550199', city: 'Rome' },
    { customer_id: 'neighbour', email: 'neighbour@example.com', city: '' },
  ])
  await add('orders', [
    order('passedOn', 'partner'),
    order('partners', 'partner'),
    order('shared', 'partner'),
  ])
  // an order that is theirs now, and was another's; one that both have lines of
  await add('orders', [order('passedOn', 'pia-2'), order('shared', 'pia'), order('shared', 'partner')])
  await add('orders', [order('byEmail', 'pia@example.com'), order('till', 'till1')])
})
afterAll(() => test.close())

it('is everybody with the e-mail address of today, and nobody who shares a phone or a placeholder', async () => {
  const { owner } = test
  expect(await service.previewErasure(owner, 'pia')).toMatchObject({
    alsoCalled: ['pia-2', 'pia@example.com'],
    rows: { customers: 2, orders: 4 },
  })
  expect(await service.previewErasure(owner, 'till1')).toMatchObject({
    alsoCalled: [],
    rows: { customers: 1 },
  })
  await expect(service.previewErasure(owner, 'nobody')).rejects.toMatchObject({ code: 'notFound' })
})

it('leaves what is others’ as it was when it goes', async () => {
  await service.eraseCustomer(test.owner, 'pia')
  expect((await test.runJob()).error).toBeNull()
  const customers =
    "SELECT customer_id, email, phone, city FROM customers WHERE customer_id NOT LIKE 'till%' ORDER BY 1"
  expect(await select(customers)).toEqual([
    ['neighbour', 'neighbour@example.com', null, 'Bern'],
    ['partner', 'partner@example.com', '0041315550199', 'Rome'],
  ])
  // the order that was passed on does not come back to its first owner
  expect(await select('SELECT order_id, customer_id FROM orders ORDER BY 1')).toEqual([
    ['partners', 'partner'],
    ['shared', 'partner'],
    ['till', 'till1'],
  ])
  const files = await test.database.batch.findMany({ where: { table: 'customers' }, select: { file: true } })
  const list = files.map(({ file }) => `'${test.dataDir}/warehouse/${file}'`).join(', ')
  expect(await select(`SELECT count(*) FROM read_parquet([${list}]) WHERE email ILIKE 'pia@%'`)).toEqual([
    [0],
  ])
})

it('may share a phone with those who come later, but not the e-mail address', async () => {
  const { rowsCreated, rowsRejected } = await (async () => {
    const { text, mapping } = tableImport('customers', [
      { customer_id: 'child', phone: '+41 31 555 01 99', email: '' },
      { customer_id: 'pia-3', phone: '', email: 'pia@example.com' },
    ])
    return test.importText(text, mapping)
  })()
  expect([rowsCreated, rowsRejected]).toEqual([1, 1])
})
