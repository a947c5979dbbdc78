import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maskMark } from '@/lib/privacy/mask-mark'
import { choosePersonal } from '@/lib/privacy/personal-columns'
import type { Member } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import type { Filter, RowsQuery } from './schema'
import { getColumnSummary, getRows, getTable, listTables } from './service'
import { openTestTables, type TestTables } from './tables.fixture'

const base: RowsQuery = {
  q: '',
  filters: [],
  columns: ['customer_id'],
  sort: 'customer_id',
  direction: 'asc',
  page: 1,
  size: 50,
}

describe.each(testProviders)('tables on %s', (provider) => {
  let test: TestTables
  let analyst: Member
  let viewer: Member
  let stranger: Member

  beforeAll(async () => {
    test = await openTestTables(provider)
    analyst = await test.createMember('analyst')
    viewer = { ...analyst, role: 'viewer' }
    stranger = await test.createMember('owner')
    await test.publish(
      analyst,
      'customers',
      'customer_id, email, first_name, birth_date, consent, country, attributes',
      `VALUES ('1', 'Ann@x.com', 'Ann', '1990-02-03', true, 'DE', MAP{'Tier''s': 'Gold', 'Empty': '', 'Home address': 'Elm 1', 'Note': 'ask ann@x.com', 'Peer': 'eve@x.com'}),
              ('2', 'bob@x.com', 'Bob', '1980-01-01', false, 'FR', MAP{'Tier''s': 'Silver'}),
              ('3', NULL, '李雷', NULL, NULL, NULL, NULL),
              ('guest@x.com', 'guest@x.com', NULL, NULL, true, 'DE', NULL)`,
    )
    await test.publish(
      analyst,
      'orders',
      'order_id, line_no, customer_id, ordered_at, quantity, amount, currency',
      `SELECT 'O' || n % 40, n // 40, (n % 4)::VARCHAR, TIMESTAMP '2024-01-31 23:30:00' + to_days((n % 5)::INTEGER),
              1, n + 0.5, CASE WHEN n = 0 THEN 'USD' END FROM range(130) t(n)`,
    )
  })
  afterAll(() => test.close())

  const ids = async (change: Partial<RowsQuery>, member = analyst) => {
    const { total, rows } = await getRows(member, 'customers', { ...base, ...change })
    expect(rows).toHaveLength(total)
    return rows.map(({ cells }) => cells[0])
  }
  const filtered = (column: string, is: Filter['is'], value?: string) =>
    ids({ filters: [{ column, is, value }] })

  it('are listed with their rows and columns', async () => {
    const counts = Object.fromEntries((await listTables(analyst)).map(({ table, rows }) => [table, rows]))
    expect(counts).toMatchObject({ customers: 4, orders: 130, products: 0, links: 0 })
    const { rows, columns } = await getTable(analyst, 'customers')
    expect(rows).toBe(4)
    expect(columns.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['email', 'birth_date', 'attributes:Empty', "attributes:Tier's"]),
    )
    await expect(getTable(analyst, 'users')).rejects.toMatchObject({ code: 'notFound' })
    expect((await listTables(stranger)).every(({ rows }) => rows === 0)).toBe(true)
  })

  it('are searched over all text columns and attributes', async () => {
    expect(await ids({ q: 'ANN@' })).toEqual(['1'])
    expect(await ids({ q: '李' })).toEqual(['3'])
    expect(await ids({ q: 'silver' })).toEqual(['2'])
    expect(await ids({ q: "' OR true --" })).toEqual([])
    expect(await ids({ q: '%' })).toEqual([])
  })

  it('are filtered by text, number, day, yes or no, and by being empty', async () => {
    expect(await filtered('country', 'equals', 'DE')).toEqual(['1', 'guest@x.com'])
    expect(await filtered('email', 'contains', 'X.COM')).toEqual(['1', '2', 'guest@x.com'])
    expect(await filtered('birth_date', 'from', '1985-01-01')).toEqual(['1'])
    expect(await filtered('birth_date', 'to', '1980-01-01')).toEqual(['2'])
    expect(await filtered('consent', 'equals', 'false')).toEqual(['2'])
    expect(await filtered('consent', 'empty')).toEqual(['3'])
    expect(await filtered('email', 'filled')).toEqual(['1', '2', 'guest@x.com'])
    expect(await filtered("attributes:Tier's", 'equals', 'Gold')).toEqual(['1'])
    expect(await filtered('attributes:Empty', 'filled')).toEqual([])
    for (const [column, is, value] of [
      ['consent', 'from', 'true'],
      ['birth_date', 'from', 'yesterday'],
      ['nothing', 'filled', undefined],
      ['email', 'equals', ''],
    ] as const)
      await expect(filtered(column, is, value)).rejects.toMatchObject({ code: 'tableQueryInvalid' })
  })

  it('hold the whole last day of a time filter', async () => {
    const filters: Filter[] = [{ column: 'ordered_at', is: 'to', value: '2024-01-31' }]
    const { total } = await getRows(analyst, 'orders', { ...base, filters })
    expect(total).toBe(26)
  })

  it.each(['asc', 'desc'] as const)('give every row on one page alone, %s', async (direction) => {
    const query: RowsQuery = {
      ...base,
      columns: ['order_id', 'line_no', 'ordered_at', 'amount'],
      sort: 'ordered_at',
      direction,
      size: 25,
    }
    const pages = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((page) => getRows(analyst, 'orders', { ...query, page })),
    )
    const rows = pages.flatMap((page) => page.rows.map(({ cells }) => cells))
    expect(pages.map((page) => page.rows.length)).toEqual([25, 25, 25, 25, 25, 5, 0])
    expect(new Set(rows.map(([order, line]) => `${order} ${line}`)).size).toBe(130)
    const times = rows.map((cells) => String(cells[2]))
    expect(times).toEqual([...times].sort((a, b) => (direction === 'asc' ? 1 : -1) * a.localeCompare(b)))
  })

  it('put rows without a value last, and name the currency of a line', async () => {
    const { rows } = await getRows(analyst, 'customers', {
      ...base,
      columns: ['email'],
      sort: 'email',
      direction: 'desc',
    })
    expect(rows.at(-1)?.cells).toEqual([null])
    const lines = await getRows(analyst, 'orders', { ...base, columns: ['amount'], sort: 'amount' })
    expect(lines.rows[0]).toEqual({ cells: ['0.5000'], currency: 'USD' })
  })

  it('do not tell viewers who the customers are', async () => {
    const { columns } = await getTable(viewer, 'customers')
    const open = columns.filter(({ personal }) => !personal).map(({ key }) => key)
    expect(open).toEqual([
      ...['customer_id', 'gender', 'country', 'signed_up_on', 'consent'],
      ...['attributes:Empty', "attributes:Tier's"],
    ])
    expect((await getTable(analyst, 'customers')).columns).toEqual(columns)
    expect(await ids({}, viewer)).toEqual(['1', '2', '3', maskMark])
    const shown = [
      'email',
      'first_name',
      'birth_date',
      'attributes:Home address',
      "attributes:Tier's",
      'attributes:?',
    ]
    const { rows } = await getRows(viewer, 'customers', { ...base, columns: shown })
    expect(rows[0]?.cells).toEqual([maskMark, maskMark, maskMark, maskMark, 'Gold', null])
    expect(await ids({ q: 'ann' }, viewer)).toEqual([])
    expect(await ids({ q: 'guest' }, viewer)).toEqual([])
    expect(await ids({ q: 'elm' }, viewer)).toEqual([])
    expect(await ids({ q: 'silver' }, viewer)).toEqual(['2'])
    for (const change of [
      { sort: 'birth_date' },
      { sort: 'attributes:Home address' },
      { filters: [{ column: 'email', is: 'filled' as const }] },
      { filters: [{ column: 'attributes:Peer', is: 'equals' as const, value: 'eve@x.com' }] },
      { filters: [{ column: 'attributes:never heard of', is: 'empty' as const }] },
    ])
      await expect(ids(change, viewer)).rejects.toMatchObject({ code: 'personalColumn' })
    for (const column of ['email', 'birth_date', 'attributes:Peer'])
      expect(await getColumnSummary(viewer, 'customers', column)).toMatchObject({
        ...{ masked: true, rows: 4, distinct: 0, min: null, max: null, top: [], histogram: null },
      })
    const summary = await getColumnSummary(viewer, 'customers', 'customer_id')
    expect(summary.top.map(({ value }) => value)).not.toContain('guest@x.com')
  })

  it('hide or show what somebody decides, but never names and contacts', async () => {
    const { workspaceId } = analyst
    const country: Filter[] = [{ column: 'country', is: 'equals', value: 'DE' }]
    await expect(choosePersonal(viewer, { choices: { country: true } })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await choosePersonal(analyst, {
      choices: { country: true, 'attributes:Home address': false, email: false },
    })
    await expect(ids({ filters: country }, viewer)).rejects.toMatchObject({ code: 'personalColumn' })
    const { rows } = await getRows(viewer, 'customers', {
      ...base,
      columns: ['country', 'attributes:Home address', 'email'],
    })
    expect(rows[0]?.cells).toEqual([maskMark, 'Elm 1', maskMark])
    await choosePersonal(analyst, { choices: { country: false } })
    expect(await ids({ filters: country }, viewer)).toEqual(['1', maskMark])
    const where = { workspaceId, action: 'personal.choose' }
    expect(await test.database.auditEvent.count({ where })).toBe(2)
  })

  it('keep contacts in what people write from viewers', async () => {
    await test.publish(
      analyst,
      'reviews',
      'review_id, title, text',
      "VALUES ('R1', 'call 0151 2345 6789', 'mail me: rev@x.com!'), ('R2', 'fine', 'since 2024-01-31')",
    )
    const query: RowsQuery = { ...base, columns: ['title', 'text'], sort: 'review_id' }
    const texts = async (member: Member, q = '') =>
      (await getRows(member, 'reviews', { ...query, q })).rows.map(({ cells }) => cells)
    expect(await texts(analyst, 'rev@')).toHaveLength(1)
    expect(await texts(viewer, 'rev@')).toEqual([])
    expect(await texts(viewer)).toEqual([
      [`call ${maskMark}`, `mail me: ${maskMark}`],
      ['fine', 'since 2024-01-31'],
    ])
  })
})

describe.each(testProviders)('a column on %s', (provider) => {
  let test: TestTables
  let owner: Member
  beforeAll(async () => {
    test = await openTestTables(provider)
    owner = await test.createMember('owner')
    await test.publish(
      owner,
      'orders',
      'customer_id, ordered_at, quantity, amount, channel',
      `SELECT 'c', TIMESTAMP '2024-01-15 12:00:00' + to_days((n * 3)::INTEGER), 1,
              CASE WHEN n < 100 THEN n END, CASE WHEN n % 3 = 0 THEN 'web' WHEN n % 3 = 1 THEN '' ELSE 'shop' END
       FROM range(120) t(n)`,
    )
  })
  afterAll(() => test.close())

  it('of texts is summed up over all rows', async () => {
    expect(await getColumnSummary(owner, 'orders', 'channel')).toEqual({
      kind: 'text',
      masked: false,
      rows: 120,
      filled: 80,
      distinct: 2,
      min: 'shop',
      max: 'web',
      mean: null,
      quartiles: null,
      top: [
        { value: 'shop', rows: 40 },
        { value: 'web', rows: 40 },
      ],
      histogram: null,
    })
  })

  it('of amounts has quartiles and a histogram that holds every value', async () => {
    const summary = await getColumnSummary(owner, 'orders', 'amount')
    expect(summary).toMatchObject({ filled: 100, distinct: 100, min: 0, max: 99, mean: 49.5 })
    expect(summary.quartiles).toEqual([24.75, 49.5, 74.25])
    expect(summary.histogram?.bins.map(({ rows }) => rows)).toEqual(Array(10).fill(10))
    expect(summary.histogram?.bins[0]).toMatchObject({ from: 0, to: 10 })
  })

  it('of times is counted by a unit of the calendar', async () => {
    const { min, histogram } = await getColumnSummary(owner, 'orders', 'ordered_at')
    expect(min).toBe('2024-01-15 12:00:00')
    expect(histogram?.unit).toBe('month')
    expect(histogram?.bins).toHaveLength(13)
    expect(histogram?.bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(120)
  })

  it('without a value says so', async () => {
    const summary = await getColumnSummary(owner, 'orders', 'discount')
    expect(summary).toMatchObject({ rows: 120, filled: 0, distinct: 0, top: [], histogram: null })
    expect(await getColumnSummary(owner, 'products', 'price')).toMatchObject({ rows: 0, filled: 0 })
  })
})
