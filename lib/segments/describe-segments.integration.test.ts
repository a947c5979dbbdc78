import type { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Computed, NewSegment } from './compute'
import { describeSegments } from './describe-segments'
import { type Insights, insightsSchema } from './insights-schema'
import { openTestBrand, type TestBrand } from './segments.fixture'

const asOf = '2024-06-30'
/** Ten customers of each kind, A0 … F9: A, B and C are the first segment, D and E the second, F is in none. */
const copies = 10
const kinds = ['A', 'B', 'C', 'D', 'E', 'F']

type Line = [
  kind: string,
  order: string | null,
  at: string,
  product: string,
  quantity: number,
  amount: number,
]
/** channel and discount by order */
const more: Record<string, { channel: string; discount?: number }> = {
  A1: { channel: 'web', discount: 10 },
  A2: { channel: 'web' },
  B1: { channel: 'app' },
  C1: { channel: 'web' },
  C2: { channel: 'web' },
  D1: { channel: 'shop' },
}
const lines: Line[] = [
  ['A', 'A1', '2024-01-10 09:00:00', 'P1', 1, 40],
  ['A', 'A2', '2024-03-10 09:00:00', 'P1', 1, 20],
  ['A', 'A2', '2024-03-10 09:00:00', 'P2', 1, 20],
  ['A', 'A3', '2024-03-20 12:00:00', 'P2', -1, -10],
  ['B', 'B1', '2024-02-01 00:00:00', 'P1', 2, 30],
  ['C', 'C1', '2024-05-01 10:00:00', 'P1', 1, 60],
  ['C', 'C2', '2024-05-31 10:00:00', 'P2', 1, 60],
  ['C', 'C3', '2024-07-01 00:00:00', 'P3', 1, 999],
  ['D', 'D1', '2024-06-01 18:00:00', 'P3', 1, 100],
  ['E', null, '2024-06-10 18:00:00', 'P3', 1, 50],
  ['E', null, '2024-06-10 18:00:00', 'P3', 1, 50],
  ['F', 'F1', '2024-06-05 18:00:00', 'P3', 1, 100],
]
const numbers = Array.from({ length: copies }, (_, i) => i)

let test: TestBrand
let connection: DuckDBConnection

const segmentOf = (size: number): NewSegment => ({
  size,
  revenue: 0,
  suggestion: { name: 'average', trait: null, traits: [] },
  profile: { features: [], silhouette: null, centre: null },
})

const computed = (sizes: number[], silhouettes: (number | null)[] | null): Computed => ({
  features: ['recency', 'monetary'],
  result: { population: 60, withoutPurchase: 0, features: [] },
  segments: sizes.map(segmentOf),
  silhouettes,
})

beforeAll(async () => {
  test = await openTestBrand('sqlite')
  await test.publish(
    'orders',
    numbers.flatMap((i) =>
      lines.map(([kind, order, at, product, quantity, amount], n) => ({
        order_id: order && `${order}-${i}`,
        line_no: n,
        customer_id: kind + i,
        ordered_at: at,
        product_id: product,
        product_title: product === 'P2' ? 'Green tea' : null,
        quantity,
        amount,
        channel: more[order ?? '']?.channel ?? null,
        discount: more[order ?? '']?.discount ?? null,
      })),
    ),
  )
  await test.publish('products', [
    { product_id: 'P1', title: 'House blend', category: 'Drinks > Coffee > Beans', brand: 'Acme' },
    { product_id: 'P2', category: 'Drinks > Tea' },
    { product_id: 'P3', title: 'Lamp', category: 'Home > Lamps', brand: 'Lux' },
  ])
  const person = (kind: string, values: Record<string, string | boolean | null>) =>
    numbers.map((i) => ({ customer_id: kind + i, ...values }))
  await test.publish('customers', [
    ...person('A', {
      gender: 'female',
      birth_date: '1990-06-30',
      city: 'Köln',
      country: 'Germany',
      consent: true,
    }),
    ...person('B', {
      gender: 'male',
      birth_date: '1990-07-01',
      city: 'Köln',
      country: 'Germany',
      consent: false,
    }),
    ...person('C', { gender: 'female', city: 'Lyon', country: 'France' }),
    ...person('D', { gender: 'male', birth_date: '2010-01-01' }),
    ...person('E', { gender: 'female', birth_date: '1800-01-01' }),
    ...person('never bought', { gender: 'male' }),
  ])
  connection = await test.warehouse.connect()
})
afterAll(async () => {
  connection.closeSync()
  await test.close()
})

/** What compute steps leave: kind, purchases, net revenue, last purchase; segment, distance, second, its distance. */
const people: Record<string, string> = {
  A: "2, 70, DATE '2024-03-10', 0, 1, 1, 1.2",
  B: "1, 30, DATE '2024-02-01', 0, 1, 1, 10",
  C: "2, 120, DATE '2024-05-31', 0, 1, 1, 10",
  D: "1, 100, DATE '2024-06-01', 1, 1, -1, 'NaN'::DOUBLE",
  E: "1, 100, DATE '2024-06-10', 1, 1, -1, 'NaN'::DOUBLE",
  F: "1, 100, DATE '2024-06-05', NULL, NULL, NULL, NULL",
}

async function describeBrand(options: { centres: boolean; empty?: boolean }): Promise<Insights> {
  const rows = kinds.map((kind) => `('${kind}', ${people[kind]})`)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE given AS
     SELECT kind || i AS customer_id, * FROM (VALUES ${rows.join(', ')})
       v(kind, purchases, net_revenue, last_purchase, segment, distance, second, second_distance), range(${copies}) numbers(i)`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE features AS
     SELECT customer_id, purchases, net_revenue::DOUBLE AS net_revenue, last_purchase,
            date_diff('day', last_purchase, DATE '${asOf}')::DOUBLE AS f_recency, net_revenue::DOUBLE AS f_monetary FROM given`,
  )
  const distance = options.centres ? "CASE WHEN customer_id = 'C9' THEN 100 ELSE distance END" : 'NULL'
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE memberships AS
     SELECT customer_id, segment, (${distance})::DOUBLE AS distance, second,
            CASE WHEN customer_id = 'C9' THEN 1000 ELSE second_distance END AS second_distance,
            0.0 AS x, 0.0 AS y
     FROM given WHERE segment IS NOT NULL`,
  )
  const insights = await describeSegments({
    connection,
    dataDir: test.dataDir,
    batches: await test.batches(),
    asOf,
    report: () => {},
    computed: computed(options.empty ? [30, 20, 0] : [30, 20], options.centres ? [0.5, 0.25] : null),
  })
  return insightsSchema.parse(JSON.parse(JSON.stringify(insights)))
}

describe('insights of a small brand, by hand', () => {
  let insights: Insights
  beforeAll(async () => {
    insights = await describeBrand({ centres: true })
  })
  const first = () => insights.segments[0]!
  const second = () => insights.segments[1]!

  it('says what each segment is like', () => {
    const { revenueShare, revenuePerCustomer, orderValue, purchasesPerCustomer, ...persona } =
      first().persona!
    expect(revenueShare).toBeCloseTo(220 / 520, 10)
    expect(revenuePerCustomer).toBeCloseTo(220 / 3, 10)
    expect(purchasesPerCustomer).toBeCloseTo(5 / 3, 10)
    expect(orderValue).toBe(46)
    expect(persona).toEqual({
      customerShare: 0.5,
      onceShare: expect.closeTo(1 / 3, 10),
      recency: 112,
      gap: 45,
      discountShare: expect.closeTo(10 / 240, 10),
      returnShare: expect.closeTo(10 / 230, 10),
      consentShare: 0.5,
      medianAge: 33.5,
      topCity: { value: 'Köln', share: expect.closeTo(2 / 3, 10) },
      topCountry: { value: 'Germany', share: expect.closeTo(2 / 3, 10) },
      weekday: 3,
      hour: 9,
    })
    expect(second().persona).toMatchObject({
      purchasesPerCustomer: 1,
      orderValue: 100,
      onceShare: 1,
      gap: null,
      discountShare: 0,
      returnShare: 0,
      consentShare: null,
      medianAge: 14,
      topCity: null,
      hour: 18,
    })
  })

  it('counts customers in no segment among everybody', () => {
    expect(insights.overall).toMatchObject({ revenueShare: 1, customerShare: 1 })
    expect(insights.overall.revenuePerCustomer).toBeCloseTo(520 / 6, 9)
    expect(insights.overall.purchasesPerCustomer).toBeCloseTo(8 / 6, 10)
    expect(insights.overall.topCity).toEqual({ value: 'Köln', share: expect.closeTo(2 / 3, 10) })
  })

  it('finds what a segment buys more than everybody', () => {
    expect(first().categories).toMatchObject([
      { id: 'Drinks > Coffee > Beans', label: 'Beans', customers: 30, share: 1, baseline: 0.5, lift: 2 },
      { id: 'Drinks > Tea', label: 'Tea', customers: 20, lift: 2 },
    ])
    expect(second().categories).toMatchObject([{ label: 'Lamps', customers: 20, baseline: 0.5, lift: 2 }])
    expect(second().categories[0]!.low).toBeLessThan(2)
    expect(first().brands.map(({ label }) => label)).toEqual(['Acme'])
    expect(first().products.map(({ id, label }) => [id, label])).toEqual([
      ['P1', 'House blend'],
      ['P2', 'Green tea'],
    ])
  })

  it('says what and where it buys most', () => {
    expect(first().favourites).toEqual([{ category: 'Drinks', share: 1 }])
    expect(first().channels).toEqual([
      { channel: 'web', share: 0.8 },
      { channel: 'app', share: 0.2 },
    ])
    expect(second().channels).toEqual([{ channel: 'shop', share: 1 }])
  })

  it('draws revenue month by month, none as zero, nothing after the as-of day', () => {
    expect(insights.timeline).toEqual({
      months: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'],
      revenue: [
        [400, 300, 300, 0, 1200, 0],
        [0, 0, 0, 0, 0, 2000],
      ],
    })
  })

  it('contrasts a segment with all others', () => {
    const recency = first().contrasts.find(({ feature }) => feature === 'recency')!
    expect(first().contrasts[0]).toBe(recency)
    expect(recency.inside).toBeCloseTo(292 / 3, 10)
    expect(recency.outside).toBeCloseTo(74 / 3, 10)
    // numpy and scipy.stats.ttest_ind(…, equal_var=False)
    expect(recency.effect).toBeCloseTo(1.9861657210456134, 10)
    expect(recency.p * 1e8).toBeCloseTo(1.2576056313986497, 8)
    expect(recency.adjusted).toBeGreaterThanOrEqual(recency.p)
  })

  it('says how well it holds together', () => {
    expect(first().quality).toEqual({
      silhouette: 0.5,
      neighbours: [{ position: 1, share: expect.closeTo(1 / 3, 10) }],
      outliers: 1,
      farthest: ['C9', 'A0', 'A1', 'A2', 'A3'].map((customerId, i) => ({
        customerId,
        distance: i === 0 ? 100 : 1,
      })),
    })
    expect(second().quality).toMatchObject({ silhouette: 0.25, neighbours: [], outliers: 0 })
  })

  it('says in rules what the segments are', () => {
    expect(insights.tree).toMatchObject({ fidelity: 1, customers: 20 })
    expect(insights.tree!.rules).toEqual([
      {
        position: 0,
        conditions: [{ feature: 'recency', operator: '>', value: 29 }],
        customers: 30,
        precision: 1,
      },
      {
        position: 1,
        conditions: [{ feature: 'recency', operator: '<=', value: 20 }],
        customers: 10,
        precision: 1,
      },
      {
        position: 1,
        conditions: [
          { feature: 'recency', operator: '<=', value: 29 },
          { feature: 'recency', operator: '>', value: 25 },
        ],
        customers: 10,
        precision: 1,
      },
    ])
  })

  it('reviews how groups of people fall into segments', () => {
    const gender = insights.fairness.find(({ field }) => field === 'gender')!
    expect(gender.unknown).toBe(10)
    expect(gender.groups).toMatchObject([
      { value: 'female', customers: 30, share: 0.6 },
      { value: 'male', customers: 20, share: 0.4 },
    ])
    const [female, male] = gender.groups.map(({ segments }) => segments)
    expect(female).toMatchObject([
      { ratio: 1, below: false, sure: false },
      { rate: expect.closeTo(1 / 3, 10), ratio: expect.closeTo(2 / 3, 10), below: true, sure: false },
    ])
    expect(male![0]).toMatchObject({ rate: 0.5, ratio: 0.75, below: true, sure: false })
    const ages = insights.fairness.find(({ field }) => field === 'age')!
    expect(ages.groups.map(({ value, customers }) => [value, customers])).toEqual([
      ['0–17', 10],
      ['25–34', 20],
    ])
    expect(ages.unknown).toBe(30)
    expect(ages.groups[0]!.segments[0]).toMatchObject({ rate: 0, ratio: 0, below: true, sure: true })
  })

  it('has words for each segment', () => {
    for (const { summary, actions } of insights.segments) {
      expect(summary[0]!.key).toBe('size')
      expect(actions).toHaveLength(3)
    }
    expect(second().summary).toContainEqual({ key: 'oneTime', params: { onceShare: 1 } })
  })

  it('gives the same again, and leaves nothing on the connection', async () => {
    expect(await describeBrand({ centres: true })).toEqual(insights)
    const reader = await connection.runAndReadAll("FROM duckdb_tables() WHERE table_name LIKE 'insight%'")
    expect(reader.currentRowCount).toBe(0)
  })
})

it('describes segments without centres, and one without customers', async () => {
  const { segments, timeline, tree, fairness } = await describeBrand({ centres: false, empty: true })
  expect(segments.map(({ quality }) => quality)).toEqual([null, null, null])
  expect(segments[2]).toEqual({
    contrasts: [],
    categories: [],
    brands: [],
    products: [],
    favourites: [],
    channels: [],
    persona: null,
    summary: [],
    actions: [],
    quality: null,
  })
  expect(timeline.revenue[2]).toEqual([0, 0, 0, 0, 0, 0])
  expect(tree?.rules.some(({ position }) => position === 2)).toBe(false)
  expect(fairness[0]!.groups[0]!.segments[2]).toEqual({ rate: 0, ratio: 1, below: false, sure: false })
})
