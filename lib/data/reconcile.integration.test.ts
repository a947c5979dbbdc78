import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Mapping } from '@/lib/csv/mapping'
import { sweepOrphans } from '@/lib/jobs/sweep'
import { listBatches } from '@/lib/server/batches'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import * as service from './service'

const code = (expected: string) => expect.objectContaining({ code: expected })

describe.each(testProviders)('what an import changes, on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  beforeEach(() => test.clear())
  afterAll(() => test.close())

  const people = 'customer_id,email,city\n1,a@x.de,Rome\n2,b@x.de,Bern\n3,c@x.de,Oslo\n'
  const cities = () => test.select('SELECT customer_id, email, city FROM customers ORDER BY 1')

  it('shows nothing before it is confirmed, and everything at once after', async () => {
    const checked = await test.checkText(people)
    expect(checked).toMatchObject({ stage: 'checked', state: 'completed', rowsRead: 3, rowsCreated: 3 })
    expect(await cities()).toEqual([])
    expect(await service.confirmImport(test.owner, checked.id)).toEqual({ importId: checked.id, jobId: null })
    expect(await cities()).toHaveLength(3)
    await expect(service.confirmImport(test.owner, checked.id)).rejects.toEqual(code('importDecided'))
    await expect(service.discardImport(test.owner, checked.id)).rejects.toEqual(code('importDecided'))
    await expect(service.undoImport(test.stranger, checked.id)).rejects.toEqual(code('notFound'))
  })

  it('counts new, changed and equal records by key, cell by cell', async () => {
    await test.importText(people)
    const detail = await test.importText(
      'customer_id,email,city\n1,,Paris\n2,b@x.de,Bern\n3,,\n4,d@x.de,Bonn\n4,d@x.de,Bonn\n4,d@x.de,Köln\n',
    )
    expect(detail).toMatchObject({ rowsRead: 6, rowsCreated: 1, rowsUpdated: 2, rowsUnchanged: 3 })
    expect(await cities()).toEqual([
      { customer_id: '1', email: 'a@x.de', city: 'Paris' },
      { customer_id: '2', email: 'b@x.de', city: 'Bern' },
      { customer_id: '3', email: 'c@x.de', city: 'Oslo' },
      { customer_id: '4', email: 'd@x.de', city: 'Köln' },
    ])
  })

  it('adds without touching what is there, or replaces it all', async () => {
    await test.importText(people)
    const second = 'customer_id,email,city\n1,z@x.de,Paris\n5,e@x.de,Graz\n'
    const added = await test.importText(second, { mode: 'append' })
    expect(added.report?.tables[0]).toMatchObject({ created: 1, updated: 0, unchanged: 1, removed: 0 })
    expect((await cities()).map(({ city }) => city)).toEqual(['Rome', 'Bern', 'Oslo', 'Graz'])
    const replaced = await test.importText(second, { mode: 'replace' })
    expect(replaced.report?.tables[0]).toMatchObject({ created: 0, updated: 1, unchanged: 1, removed: 2 })
    expect((await cities()).map(({ city }) => city)).toEqual(['Paris', 'Graz'])
    await service.undoImport(test.owner, replaced.id)
    expect((await cities()).map(({ city }) => city)).toEqual(['Rome', 'Bern', 'Oslo', 'Graz'])
  })

  it('undoes any import, not only the last one', async () => {
    const first = await test.importText(people)
    const second = await test.importText('customer_id,city\n1,Paris\n4,Bonn\n')
    await test.importText('customer_id,city\n1,Nice\n')
    const files = (await listBatches(test.database, test.owner.workspaceId)).map(({ file }) => file)
    await service.undoImport(test.owner, second.id)
    expect((await cities()).map(({ city }) => city)).toEqual(['Nice', 'Bern', 'Oslo'])
    await service.undoImport(test.owner, first.id)
    expect(await cities()).toEqual([{ customer_id: '1', email: null, city: 'Nice' }])
    await expect(service.undoImport(test.owner, first.id)).rejects.toEqual(code('importDecided'))
    expect(await service.getImport(test.owner, first.id)).toMatchObject({ stage: 'undone', undoneBy: 'Ada' })
    const later = Date.now() + 3 * 3_600_000
    const swept = await sweepOrphans(test.database, test.dataDir, later)
    expect(files.map((file) => swept.includes(`warehouse/${file}`))).toEqual([true, true, false])
    expect(await listBatches(test.database, test.owner.workspaceId)).toHaveLength(1)
  })

  it('counts order lines within their orders, which are replaced whole', async () => {
    const head = 'order_id,order_date,customer_id,product_id,amount\n'
    await test.importText(
      `${head}A,2024-01-02,1,P1,5\nA,2024-01-02,1,P1,5\nA,2024-01-02,1,P2,7\nB,2024-01-03,2,P1,5\n`,
    )
    const detail = await test.importText(
      `${head}A,2024-01-02,1,P1,5\nA,2024-01-02,1,P2,9\nB,2024-01-03,2,P1,5\nB,2024-01-03,2,P3,1\nC,2024-01-04,3,P1,2\n`,
    )
    // A: one line equal, one changed, one gone. B: one equal, one new. C: new.
    expect(detail.report?.tables[0]).toMatchObject({ created: 2, updated: 1, unchanged: 2, removed: 1 })
    expect(await test.select('SELECT order_id, count(*) AS n FROM orders GROUP BY 1 ORDER BY 1')).toEqual([
      { order_id: 'A', n: 2 },
      { order_id: 'B', n: 2 },
      { order_id: 'C', n: 1 },
    ])
  })

  it('reads a checked import again when the data changed before it was confirmed', async () => {
    const checked = await test.checkText(people)
    await test.importText('customer_id,city\n1,Rome\n')
    const { jobId } = await service.confirmImport(test.owner, checked.id)
    expect(jobId).not.toBeNull()
    expect((await test.runJob()).error).toBeNull()
    expect(await service.getImport(test.owner, checked.id)).toMatchObject({
      stage: 'imported',
      rowsCreated: 2,
      rowsUpdated: 1,
    })
    expect(await cities()).toHaveLength(3)
  })

  it('joins people without an id by e-mail or phone, and says how many', async () => {
    await test.importText('customer_id,email,phone\n7,Ada@x.de,+49 170 1234567\n8,bob@x.de,\n')
    const orders =
      'order_id,order_date,email,phone,amount\n1,2024-01-02, ADA@X.de ,,5\n2,2024-01-03,,0049 170 123 4567,6\n3,2024-01-04,new@x.de,,7\n4,2024-01-05,,,8\n'
    const detail = await test.importText(orders)
    expect(detail).toMatchObject({ table: 'orders', rowsRead: 4, rowsCreated: 4 })
    expect(detail.report?.identity).toEqual({ byContact: 3, joined: 2 })
    expect(await test.select('SELECT order_id, customer_id FROM orders ORDER BY 1')).toEqual([
      { order_id: '1', customer_id: '7' },
      { order_id: '2', customer_id: '7' },
      { order_id: '3', customer_id: 'new@x.de' },
      { order_id: '4', customer_id: null },
    ])
    expect(await test.select('SELECT contact, customer_id FROM joined_customers ORDER BY 1')).toEqual([
      { contact: 'ada@x.de', customer_id: '7' },
      { contact: 'tel:491701234567', customer_id: '7' },
    ])
  })

  it('feeds several tables from one file, and fills what an order says on its first line alone', async () => {
    const text = [
      'Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing City,Born',
      '#1,a@x.de,2024-09-16 09:12:00 -0500,1,Truffles,48.00,TRF,Rome,soon',
      '#1,,,2,Caramels,18.00,CAR,,',
      '#2,b@x.de,2024-09-17 10:00:00 -0500,1,Trio,30.00,BAR,Bern,1990-02-01',
    ].join('\n')
    const detail = await test.importText(
      text,
      (guess): Mapping => ({
        ...guess,
        tables: [
          {
            table: 'orders',
            mode: 'update',
            columns: {
              order_id: 0,
              email: 1,
              ordered_at: 2,
              quantity: 3,
              product_title: 4,
              unit_price: 5,
              product_id: 6,
            },
          },
          { table: 'customers', mode: 'update', columns: { email: 1, city: 7, birth_date: 8 } },
          { table: 'products', mode: 'update', columns: { product_id: 6, title: 4, price: 5 } },
        ],
      }),
    )
    expect(detail).toMatchObject({ rowsRead: 3, rowsCreated: 3, rowsRejected: 0 })
    expect(detail.report?.tables.map(({ table, created }) => [table, created])).toEqual([
      ['orders', 3],
      ['customers', 2],
      ['products', 3],
    ])
    expect(detail.report?.tables.map(({ unreadable }) => unreadable)).toEqual([0, 1, 0])
    expect(
      await test.select(
        'SELECT order_id, customer_id, ordered_at::DATE AS day, amount::DOUBLE AS amount FROM orders ORDER BY ALL',
      ),
    ).toEqual([
      { order_id: '#1', customer_id: 'a@x.de', day: '2024-09-16', amount: 36 },
      { order_id: '#1', customer_id: 'a@x.de', day: '2024-09-16', amount: 48 },
      { order_id: '#2', customer_id: 'b@x.de', day: '2024-09-17', amount: 30 },
    ])
    expect(await cities()).toEqual([
      { customer_id: 'a@x.de', email: 'a@x.de', city: 'Rome' },
      { customer_id: 'b@x.de', email: 'b@x.de', city: 'Bern' },
    ])
    await service.undoImport(test.owner, detail.id)
    expect(await test.select('SELECT count(*) AS n FROM products')).toEqual([{ n: 0 }])
  })
})
