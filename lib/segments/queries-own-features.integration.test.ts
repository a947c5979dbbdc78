import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attributeId, levelId, shareId } from '@/lib/features/feature-id'
import { loadFeatures, type OtherLevels } from './queries-features'
import { findOwnFeatures } from './queries-own-features'
import { openTestBrand, type TestBrand } from './segments.fixture'

let test: TestBrand
beforeAll(async () => {
  test = await openTestBrand('sqlite')
})
afterAll(() => test.close())
beforeEach(() => test.clear())

const asOf = '2024-06-30'

async function find(day = asOf) {
  const connection = await test.warehouse.connect()
  try {
    return await findOwnFeatures(connection, {
      dataDir: test.dataDir,
      batches: await test.batches(),
      asOf: day,
    })
  } finally {
    connection.closeSync()
  }
}

/** The column of one feature, NaN as null, by customer id. */
async function read(ids: readonly string[], others?: OtherLevels) {
  const connection = await test.warehouse.connect()
  try {
    const table = await loadFeatures(connection, test.dataDir, await test.batches(), ids, asOf, others)
    return ids.map((_, i) =>
      Object.fromEntries(
        table.customerIds.map((id, row) => {
          const value = table.values[i]![row]!
          return [id, Number.isNaN(value) ? null : value]
        }),
      ),
    )
  } finally {
    connection.closeSync()
  }
}

const quote = (text: string) => text.replaceAll("'", "''")

/** Customers with these attributes, in text, each with one purchase. */
async function publishCustomers(
  rows: { id: string; attributes?: Record<string, string>; [column: string]: unknown }[],
): Promise<void> {
  const columns = ['gender', 'country', 'city', 'email'] as const
  const values = rows.map(({ id, attributes = {}, ...row }) => {
    const pairs = Object.entries(attributes).map(([key, value]) => `'${quote(key)}': '${quote(value)}'`)
    const cells = columns.map((name) => (row[name] == null ? 'NULL' : `'${quote(String(row[name]))}'`))
    return `('${id}', ${cells.join(', ')}, MAP {${pairs.join(', ')}}::MAP(VARCHAR, VARCHAR))`
  })
  const named = ['customer_id', ...columns, 'attributes']
  await test.publishSelect(
    'customers',
    named,
    `SELECT * FROM (VALUES ${values.join(', ')}) t(${named.join(', ')})`,
  )
  await test.publish(
    'orders',
    rows.map(({ id }) => ({
      customer_id: id,
      order_id: id,
      ordered_at: '2024-06-01',
      quantity: 1,
      amount: 10,
    })),
  )
}

const many = (count: number, attributes: (i: number) => Record<string, string>) =>
  Array.from({ length: count }, (_, i) => ({ id: `C${i}`, attributes: attributes(i) }))

describe('numbers of the brand', () => {
  it('are attributes of which nearly all read as numbers and many differ', async () => {
    await publishCustomers(
      many(40, (i) => ({
        Points: i === 7 ? 'unknown' : String((i * 37) % 23),
        Spending: `€ ${1 + (i % 9)},${String(100 + i)}.50`,
        Half: i % 2 ? 'n/a' : String(i),
        Stars: String(i % 5),
        Number: String(5000 + i),
        Phone: `1380000${1000 + i * 7}`,
        Zip: `0${1000 + (i % 17)}`,
        'It\'s "odd"; DROP': String(i * 2.5),
      })),
    )
    const { ids } = await find()
    const numbers = ids.filter((id) => id.startsWith('attribute:'))
    expect(numbers.sort()).toEqual(
      [attributeId('It\'s "odd"; DROP'), attributeId('Points'), attributeId('Spending')].sort(),
    )
    expect(ids.filter((id) => id.startsWith('level:attribute%3AStars:'))).toHaveLength(5)
    const [points, spending, odd] = await read([
      attributeId('Points'),
      attributeId('Spending'),
      attributeId('It\'s "odd"; DROP'),
    ])
    expect([points!.C1, points!.C7]).toEqual([14, null])
    expect(spending!.C3).toBe(4103.5)
    expect(odd!.C3).toBe(7.5)
  })

  it.each([
    ['1234.5', 1234.5],
    ['-3', -3],
    ['1,234', 1234],
    ['1.234,56', 1234.56],
    ['12,5', 12.5],
    ['12 %', 12],
    ['￥1 200', 1200],
    ['1e3', 1000],
    ['007', null],
    ['2024-01-01', null],
    ['nan', null],
    ['1,23,4', null],
    ['', null],
  ])('reads %j as %j', async (text, value) => {
    await publishCustomers([{ id: 'A', attributes: { x: text } }])
    expect((await read([attributeId('x'), attributeId('not there')])).map((column) => column.A)).toEqual([
      value,
      null,
    ])
  })
})

describe('levels', () => {
  /** of 100: 50 gold, 30 silver, 4 bronze, 3 tin, 3 zinc, 1 each of five, 5 blank */
  const plans = [
    ...[...Array(50).fill('gold'), ...Array(30).fill('silver'), ...Array(4).fill('bronze')],
    ...[...Array(3).fill('tin'), ...Array(3).fill('zinc'), 'a', 'b', 'c', 'd', 'e', ...Array(5).fill(' ')],
  ] as string[]
  const level = (value: string | null) => levelId('attribute:Plan', value)

  it('are the frequent values, and one for all rarer ones', async () => {
    await publishCustomers(many(100, (i) => ({ Plan: plans[i]! })))
    const { ids, fields } = await find()
    expect(ids).toEqual(['gold', 'silver', 'bronze', 'tin', 'zinc', null].map(level))
    expect(fields).toEqual([
      {
        ...{ field: 'attribute:Plan', label: 'Plan', kind: 'text', distinct: 10 },
        values: expect.arrayContaining([
          { value: 'gold', customers: 50 },
          { value: 'e', customers: 1 },
        ]),
      },
    ])
    const [gold, rare] = await read([level('gold'), level(null)])
    expect([gold!.C0, gold!.C50, gold!.C99]).toEqual([1, 0, null])
    // 'listed': gold alone has a level here
    expect([rare!.C0, rare!.C50, rare!.C90, rare!.C99]).toEqual([0, 1, 1, null])
    const byData = await read([level('gold'), level(null)], 'data')
    expect([byData[1]!.C0, byData[1]!.C50, byData[1]!.C90, byData[1]!.C99]).toEqual([0, 0, 1, null])
    expect(await read([level(null)])).toEqual([byData[1]])
  })

  it('are at most eight, and none of a field with one value or one that tells everybody apart', async () => {
    await publishCustomers(
      many(100, (i) => ({ Tour: `T${i % 12}`, Shop: 'Main', Code: `X${i}`, Few: i === 0 ? 'yes' : '' })),
    )
    const { ids, fields } = await find()
    const tours = ids.filter((id) => id.startsWith('level:attribute%3ATour'))
    expect(ids).toEqual(tours)
    expect(tours).toHaveLength(9)
    expect(tours.at(-1)).toBe(levelId('attribute:Tour', null))
    expect(fields.map(({ label }) => label).sort()).toEqual(['Few', 'Shop', 'Tour'])
  })

  it('come from the fields of every brand too', async () => {
    const mails = ['a@gmail.com', 'b@acme.example', 'c@mit.edu', 'd@service.gov.uk', 'nobody', 'e@QQ.com']
    await publishCustomers(
      mails.map((email, i) => ({
        id: `C${i}`,
        email,
        gender: i % 2 ? 'f' : 'm',
        country: i ? ' DE ' : 'AT',
      })),
    )
    const { ids } = await find()
    const kinds = ['free', 'business', 'government', 'school'].map((kind) => levelId('email_kind', kind))
    const fixed = [
      levelId('gender', 'f'),
      levelId('gender', 'm'),
      levelId('country', 'DE'),
      levelId('country', 'AT'),
    ]
    expect(ids).toEqual([...fixed, ...kinds])
    const [free, german] = await read([kinds[0]!, levelId('country', 'DE')])
    expect(free).toEqual({ C0: 1, C1: 0, C2: 0, C3: 0, C4: null, C5: 1 })
    expect([german!.C0, german!.C1]).toEqual([0, 1])
  })

  it('are of customers with a purchase by the day alone', async () => {
    await publishCustomers(many(10, (i) => ({ Plan: i % 2 ? 'gold' : 'tin' })))
    expect((await find('2024-05-31')).ids).toEqual([])
  })
})

describe('shares of spend', () => {
  const line = (customer_id: string, order_id: string, amount: number, more: Record<string, string>) => ({
    ...{ customer_id, order_id, amount, quantity: 1, ordered_at: '2024-06-01' },
    ...more,
  })

  it('are of the categories, brands and channels with most sales', async () => {
    await test.publish('orders', [
      line('A', '1', 60, { product_id: 'P1', channel: "it's" }),
      line('A', '2', 40, { product_id: 'P2', channel: 'web' }),
      line('B', '3', 10, { product_id: 'P3', channel: 'web' }),
      line('B', '4', 0.5, { product_id: 'P4', channel: 'web' }),
    ])
    await test.publish('products', [
      { product_id: 'P1', category: 'Cups', brand: 'Acme' },
      { product_id: 'P2', category: 'Plates', brand: 'Acme' },
      { product_id: 'P4', category: 'Spoons', brand: 'Acme' },
    ])
    const { ids } = await find()
    expect(ids).toEqual([
      ...[shareId('category', 'Cups'), shareId('category', 'Plates')],
      ...[shareId('channel', "it's"), shareId('channel', 'web')],
    ])
    const [cups, plates, odd, web] = await read(ids)
    expect([cups!.A, plates!.A, odd!.A, web!.A]).toEqual([0.6, 0.4, 0.6, 0.4])
    expect([cups!.B, plates!.B, odd!.B, web!.B]).toEqual([0, 0, 0, 1])
    expect(await read([shareId('brand', 'Nobody')])).toEqual([{ A: 0, B: 0 }])
  })
})
