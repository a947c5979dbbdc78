import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantileSorted } from '@/lib/statistics/quantiles'
import { queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { publishThreeKinds } from './kinds.fixture'
import { type PeopleQuery, peopleQuerySchema, type SegmentationView } from './schema'
import { openTestBrand, type TestBrand } from './segments.fixture'
import * as service from './service'

let test: TestBrand
let view: SegmentationView
let rows: Record<string, string | number | null>[]
beforeAll(async () => {
  test = await openTestBrand('sqlite')
  await publishThreeKinds(test)
  view = await test.segment({ features: ['recency', 'frequency', 'monetary', 'purchase_gap'] })
  const { file } = await test.database.segmentation.findUniqueOrThrow({ where: { id: view.id } })
  const path = warehousePath(test.dataDir, file ?? '')
  rows = (await queryRows(test.warehouse, `SELECT * FROM read_parquet(${quoteText(path)})`)) as typeof rows
})
afterAll(() => test.close())

describe('people of a segment', () => {
  const read = (query: Partial<PeopleQuery> = {}, member = test.analyst, segment = 0) =>
    service.getPeople(member, view.segments[segment]!.id, peopleQuerySchema.parse(query))

  it('pages through everybody once, whatever the sort', async () => {
    const expected = rows.filter((row) => row.segment === 0).map((row) => row.customer_id)
    for (const sort of ['customer', 'revenue', 'purchases', 'lastPurchase', 'distance'] as const) {
      const pages = []
      for (let page = 1; page <= 4; page++) pages.push(await read({ sort, page, pageSize: 40 }))
      const seen = pages.flatMap((page) => page.rows.map(({ customerId }) => customerId))
      expect(pages.map(({ total }) => total)).toEqual([150, 150, 150, 150])
      expect([...seen].sort()).toEqual(expected)
    }
  })

  it('sorts both ways, equals by customer id', async () => {
    const { rows: down } = await read({ sort: 'revenue', direction: 'desc', pageSize: 100 })
    const { rows: up } = await read({ sort: 'revenue', direction: 'asc', pageSize: 100 })
    const inOrder = (people: typeof down, sign: number) =>
      people.every((person, i) => {
        const before = people[i - 1]
        const step = before ? sign * (person.revenue - before.revenue) : 1
        return step > 0 || (step === 0 && (before?.customerId ?? '') < person.customerId)
      })
    expect(inOrder(down, -1)).toBe(true)
    expect(inOrder(up, 1)).toBe(true)
  })

  it('knows who they are', async () => {
    const { rows } = await read({ search: 'K012' })
    expect(rows).toEqual([
      expect.objectContaining({
        customerId: 'K012',
        name: 'First12 Last12',
        email: 'Person12@Example.COM',
        city: 'Köln',
        country: 'Germany',
        consent: true,
        purchases: 1,
        revenue: 22,
        lastPurchase: '2023-06-18',
      }),
    ])
  })

  it.each([
    ['person12', ['K012', 'K120', 'K121']],
    ['first12 last12', ['K012']],
    ['100%_OFF', ['K007']],
    ['%', ['K007']],
    ['_', ['K007']],
    ['雷', ['K008']],
    ['\\', []],
    ["'; DROP TABLE customers; --", []],
  ])('finds %s as it stands, in any case', async (search, expected) => {
    const { rows, total } = await read({ search, sort: 'customer', direction: 'asc' })
    const found = rows.map(({ customerId }) => customerId).slice(0, 3)
    expect(found).toEqual(expected)
    if (expected.length < 3) expect(total).toBe(expected.length)
  })

  it('keeps the total on a page beyond the last', async () => {
    expect(await read({ page: 9, pageSize: 100 })).toEqual({ total: 150, rows: [] })
    expect(await read({ search: 'nobody' })).toEqual({ total: 0, rows: [] })
  })

  it('hides personal details from viewers, in searches too', async () => {
    const { rows } = await read({ search: 'K012' }, test.viewer)
    expect(rows).toEqual([
      expect.objectContaining({ customerId: 'K012', name: null, email: null, city: null, revenue: 22 }),
    ])
    expect(await read({ search: 'person12@' }, test.viewer)).toEqual({ total: 0, rows: [] })
  })

  it('shows customers that no customer file lists', async () => {
    await test.publish('orders', [
      {
        customer_id: 'unlisted',
        order_id: 'U1',
        line_no: 1,
        ordered_at: '2023-06-20 10:00:00',
        quantity: 1,
        amount: 20,
      },
    ])
    const again = await test.segment()
    const { rows } = await service.getPeople(
      test.analyst,
      again.segments[0]!.id,
      peopleQuerySchema.parse({ search: 'unlisted' }),
    )
    expect(rows).toMatchObject([{ customerId: 'unlisted', name: null, consent: null, purchases: 1 }])
  })
})

describe('the map', () => {
  it('places every customer as the file says, in an order that mixes the segments', async () => {
    const { total, ids, x, y, segment } = await service.getMap(test.analyst, view.id)
    expect([total, ids.length, x.length, y.length, segment.length]).toEqual([300, 300, 300, 300, 300])
    const byId = new Map(rows.map((row) => [row.customer_id, row]))
    for (const [i, id] of ids.entries()) {
      const row = byId.get(id)!
      expect(segment[i]).toBe(row.segment)
      expect(x[i]).toBeCloseTo(Number(row.x), 2)
      expect(y[i]).toBeCloseTo(Number(row.y), 2)
    }
    expect(new Set(segment.slice(0, 30)).size).toBe(3)
    expect(await service.getMap(test.analyst, view.id)).toMatchObject({ ids })
  })
})

describe('distributions', () => {
  it.each(['recency', 'monetary', 'purchase_gap'])('counts everybody with a value of %s', async (feature) => {
    const { edges, segments } = await service.getDistribution(test.analyst, view.id, feature)
    expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b))
    for (const { position, counts, missing, median, p5, p95 } of segments) {
      const members = rows.filter((row) => row.segment === position).map((row) => row[`f_${feature}`])
      const values = Float64Array.from(members.filter((value) => value !== null).map(Number)).sort()
      expect(missing).toBe(members.length - values.length)
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(values.length)
      if (values.length === 0) expect([median, p5, p95]).toEqual([null, null, null])
      else {
        expect(median).toBeCloseTo(quantileSorted(values, 0.5), 9)
        expect(p5).toBeCloseTo(quantileSorted(values, 0.05), 9)
        expect(p95).toBeCloseTo(quantileSorted(values, 0.95), 9)
      }
    }
  })

  it('puts values into the bin they lie in, those beyond the edges into the outer ones', async () => {
    const { edges, segments } = await service.getDistribution(test.analyst, view.id, 'recency')
    const expected = segments.map(({ counts }) => counts.map(() => 0))
    const last = edges.length - 2
    for (const row of rows) {
      const above = edges.findIndex((edge) => edge > Number(row.f_recency))
      const bin = above < 0 ? last : Math.max(0, above - 1)
      expected[Number(row.segment)]![bin]!++
    }
    expect(segments.map(({ counts }) => counts)).toEqual(expected)
  })

  it('knows only the features of the run', async () => {
    for (const feature of ['age', '', '"; DROP TABLE x; --'])
      await expect(service.getDistribution(test.analyst, view.id, feature)).rejects.toMatchObject({
        code: 'notFound',
      })
  })
})

describe('memberships', () => {
  it('gives a customer’s segment in every finished run, latest first', async () => {
    const later = await test.segment({ name: 'Summer', k: 2, features: ['frequency', 'recency'] })
    const found = await service.findMemberships(test.viewer, 'K299')
    expect(found[0]!.segmentation).toEqual({ id: later.id, name: 'Summer', asOf: '2024-12-31' })
    expect(found.at(-1)!.segment.position).toBe(rows.find((row) => row.customer_id === 'K299')!.segment)
    expect(await service.findMemberships(test.viewer, 'K300')).toEqual([])
    await service.deleteSegmentation(test.analyst, later.id)
  })
})
