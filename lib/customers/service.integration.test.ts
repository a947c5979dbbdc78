import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { maskMark } from '@/lib/privacy/mask-mark'
import type { Member } from '@/lib/server/access'
import { openTestDatabase, type TestDatabase } from '@/lib/tooling/test-databases'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { type TableName, tableColumns } from '@/lib/warehouse/tables'
import { findCustomerId, getCustomer, getCustomerReference } from './service'

let test: TestDatabase
let warehouse: DuckDBInstance
let analyst: Member
let stranger: Member

/** One batch of the brand's table from a query that gives the named columns. */
async function publish(table: TableName, columns: string, select: string): Promise<void> {
  const { database, dataDir } = test
  const { workspaceId } = analyst
  const given = columns.split(', ')
  const typed = Object.entries(tableColumns[table]).map(([name, type]) =>
    given.includes(name) ? `${name}::${type} AS ${name}` : `NULL::${type} AS ${name}`,
  )
  const file = `${crypto.randomUUID()}.parquet`
  const connection = await warehouse.connect()
  const rows = `SELECT ${typed.join(', ')} FROM (${select}) given(${columns})`
  await publishParquet(connection, rows, warehousePath(dataDir, file))
  connection.closeSync()
  const upload = await database.upload.create({
    data: { workspaceId, fileName: 'file.csv', bytes: 1, sha256: file },
  })
  const job = await database.job.create({
    data: { workspaceId, kind: 'import', payload: {}, status: 'completed' },
  })
  const { id: importId } = await database.import.create({
    data: { workspaceId, uploadId: upload.id, table, mapping: {}, jobId: job.id },
  })
  await database.batch.create({ data: { workspaceId, importId, table, file, rows: 1, bytes: 1 } })
}

async function createMember(role: Member['role']): Promise<Member> {
  const data = { name: 'Brand', currency: 'EUR', timeZone: 'UTC', language: 'en' }
  const { id: workspaceId } = await test.database.workspace.create({ data })
  return { userId: 'someone', workspaceId, role }
}

beforeAll(async () => {
  test = await openTestDatabase('sqlite')
  warehouse = await openWarehouse(test.dataDir, { memory: '300MB', threads: 2 })
  vi.stubEnv('DATA_DIR', test.dataDir)
  vi.stubGlobal('personaeDatabase', Promise.resolve(test.database))
  vi.stubGlobal('personaeWarehouse', Promise.resolve(warehouse))
  analyst = await createMember('analyst')
  stranger = await createMember('owner')
  await publish(
    'customers',
    'customer_id, first_name, last_name, email, birth_date, consent, attributes',
    `VALUES ('17850/ü', 'Li', 'Lei', 'li@example.com', '1990-02-03', true, '{Tier=Gold, Empty=}'),
            ('plain', NULL, NULL, NULL, NULL, NULL, NULL)`,
  )
  await publish('products', 'product_id, title', "VALUES ('P1', 'Blue cup'), ('P1b', 'Other'), ('P2', NULL)")
  await publish(
    'orders',
    'customer_id, order_id, line_no, ordered_at, product_id, product_title, quantity, unit_price, amount',
    `VALUES ('17850/ü', 'A1', 1, '2024-01-06 10:00:00', 'P1', 'Cup', 2, 10, 20),
            ('17850/ü', 'A1', 2, '2024-01-06 10:00:00', 'P2', 'Plate', 1, 10, 10),
            ('17850/ü', 'A2', 1, '2024-02-06 18:30:00', 'P1', NULL, -1, 10, -10),
            ('other', 'O1', 1, '2024-03-01 08:00:00', 'P1', NULL, 1, 10, 10)`,
  )
  await publish(
    'orders',
    'customer_id, order_id, line_no, ordered_at, quantity, amount',
    "SELECT 'many', 'M' || n, 1, TIMESTAMP '2023-01-01' + to_minutes(CAST(n AS INTEGER)), 1, 1 FROM range(250) numbers(n)",
  )
  await publish(
    'reviews',
    'review_id, customer_id, product_id, rating, text, reviewed_on',
    `VALUES ('R1', '17850/ü', 'P1', 5, '很好', '2024-01-20'), ('R2', '17850/ü', 'P9', 2, NULL, NULL),
            ('R3', 'reviewer', 'P1', 3, 'ok', '2024-01-20')`,
  )
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  warehouse.closeSync()
  await test.close()
})

describe('a customer', () => {
  it('is shown with identity, figures, history and reviews', async () => {
    const view = await getCustomer(analyst, '17850/ü')
    expect(view.identity).toMatchObject({
      name: 'Li Lei',
      email: 'li@example.com',
      birthDate: '1990-02-03',
      consent: true,
      city: null,
      attributes: [{ name: 'Tier', value: 'Gold' }],
    })
    expect(view.figures).toEqual({
      purchases: 1,
      sales: 30,
      returns: 10,
      netRevenue: 20,
      averageOrder: 30,
      firstPurchase: '2024-01-06',
      lastPurchase: '2024-01-06',
      recency: 55,
    })
    expect(view.lineCount).toBe(3)
    expect(view.lines.map(({ orderedAt, product, amount }) => [orderedAt, product, amount])).toEqual([
      ['2024-02-06 18:30:00', 'Blue cup', -10],
      ['2024-01-06 10:00:00', 'Blue cup', 20],
      ['2024-01-06 10:00:00', 'Plate', 10],
    ])
    expect(view.reviews.map(({ product, rating, text }) => [product, rating, text])).toEqual([
      ['Blue cup', 5, '很好'],
      ['P9', 2, null],
    ])
  })

  it('shows the latest hundred lines and says how many there are', async () => {
    const { lines, lineCount } = await getCustomer(analyst, 'many')
    expect([lines.length, lineCount]).toEqual([100, 250])
    expect(lines[0]!.orderId).toBe('M249')
  })

  it('may be known by one table alone', async () => {
    expect(await getCustomer(analyst, 'plain')).toMatchObject({
      identity: { name: null },
      figures: { purchases: 0, netRevenue: 0, averageOrder: null, recency: null },
      lines: [],
    })
    expect(await getCustomer(analyst, 'other')).toMatchObject({ identity: null, lineCount: 1 })
    expect(await getCustomer(analyst, 'reviewer')).toMatchObject({ reviews: [{ text: 'ok' }] })
  })

  it('hides who they are from viewers, not what they bought', async () => {
    const view = await getCustomer({ ...analyst, role: 'viewer' }, '17850/ü')
    expect(view.identity).toMatchObject({
      name: maskMark,
      email: maskMark,
      phone: null,
      birthDate: maskMark,
      city: null,
      attributes: [{ name: 'Tier', value: 'Gold' }],
      consent: true,
    })
    expect(view).toMatchObject({ figures: { netRevenue: 20 }, lineCount: 3 })
  })

  it('is named in an address by a reference where the id is a contact', async () => {
    await publish(
      'orders',
      'customer_id, order_id, line_no, ordered_at, quantity, amount',
      "VALUES ('zoe@example.com', 'Z1', 1, '2024-03-01', 1, 5), ('tel:4915112345678', 'Z2', 1, '2024-03-01', 1, 5)",
    )
    const viewer: Member = { ...analyst, role: 'viewer' }
    for (const id of ['zoe@example.com', 'tel:4915112345678']) {
      const { reference } = await getCustomerReference(analyst, id)
      expect(reference).toMatch(/^[0-9a-f]{32}$/)
      expect(await findCustomerId(analyst, { reference })).toBe(id)
      expect(await findCustomerId(analyst, { id })).toBe(id)
      // A colleague may be sent the address; who it is stays hidden, and cannot be asked for.
      expect(await getCustomer(viewer, await findCustomerId(viewer, { reference }))).toMatchObject({
        id: maskMark,
        figures: { purchases: 1 },
      })
      await expect(findCustomerId(viewer, { id })).rejects.toMatchObject({ code: 'notFound' })
      await expect(getCustomerReference(viewer, id)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(findCustomerId(stranger, { reference })).rejects.toMatchObject({ code: 'notFound' })
      await expect(getCustomerReference(stranger, id)).rejects.toMatchObject({ code: 'notFound' })
    }
    const { reference } = await getCustomerReference(analyst, 'plain')
    await expect(findCustomerId(analyst, { reference })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is unknown elsewhere', async () => {
    for (const [member, id] of [
      [analyst, 'nobody'],
      [analyst, "' OR true --"],
      [stranger, '17850/ü'],
    ] as const)
      await expect(getCustomer(member, id)).rejects.toMatchObject({ code: 'notFound' })
  })
})
