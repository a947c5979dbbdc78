import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { type HandMade, publishRun } from './compare.fixture'
import { compareSegmentations, getMovers, saveFlow } from './compare-service'
import { openTestBrand, type TestBrand } from './segments.fixture'

const people = (prefix: string, count: number, segment: number, revenue = 10): HandMade[] =>
  Array.from({ length: count }, (_, i) => [`${prefix}${i}`, segment, revenue + i])

const named = [{ key: 'champions', name: 'Best' }, { key: 'atRisk' }]
/** 20 + 10 customers; 3 of the first segment move to the second, 2 leave, 4 come */
const spring = [...people('A', 20, 0, 100), ...people('B', 10, 1)]
const summer: HandMade[] = [
  ...people('A', 20, 0, 200).map(([id, segment, revenue], i): HandMade => [id, i < 3 ? 1 : segment, revenue]),
  ...people('B', 8, 1, 20),
  ...people('C', 4, 0, 5),
]

describe.each(testProviders)('two runs on %s', (provider) => {
  let test: TestBrand
  let a: string
  let b: string
  beforeAll(async () => {
    test = await openTestBrand(provider)
    a = await publishRun(test, { name: 'Spring', asOf: '2024-03-31', segments: named, members: spring })
    b = await publishRun(test, { name: 'Summer', asOf: '2024-06-30', segments: named, members: summer })
    const customers = ['A0', 'A1', 'C0'].map((customer_id) => ({
      customer_id,
      first_name: `First ${customer_id}`,
      city: 'Lyon',
    }))
    await test.publish('customers', customers)
  })
  afterAll(() => test.close())

  it('counts customers and revenue of every flow, the new and those who left too', async () => {
    const found = await compareSegmentations(test.viewer, a, b)
    const worth = (from: number, count: number, start: number) =>
      Array.from({ length: count }, (_, i) => from + start + i).reduce((sum, one) => sum + one, 0)
    expect(found.flows).toEqual([
      { from: 0, to: 0, customers: 17, revenueBefore: worth(100, 17, 3), revenueAfter: worth(200, 17, 3) },
      { from: 1, to: 1, customers: 8, revenueBefore: worth(10, 8, 0), revenueAfter: worth(20, 8, 0) },
      { from: null, to: 0, customers: 4, revenueBefore: 0, revenueAfter: 5 + 6 + 7 + 8 },
      { from: 0, to: 1, customers: 3, revenueBefore: 303, revenueAfter: 603 },
      { from: 1, to: null, customers: 2, revenueBefore: 18 + 19, revenueAfter: 0 },
    ])
    expect([found.both, found.onlyA, found.onlyB]).toEqual([28, 2, 4])
  })

  it('says how alike the runs are, by hand', async () => {
    const { adjustedRand, pairs, overTime, sameSegments } = await compareSegmentations(test.viewer, a, b)
    // [[17, 3], [0, 8]]: pairs together 136 + 3 + 28, in rows 190 + 28, in columns 136 + 55, of 378
    const expected = (218 * 191) / 378
    expect(adjustedRand).toBeCloseTo((167 - expected) / ((218 + 191) / 2 - expected), 12)
    expect(pairs).toEqual([
      { a: 0, b: 0, shared: 17, jaccard: 17 / 20 },
      { a: 1, b: 1, shared: 8, jaccard: 8 / 11 },
    ])
    expect([overTime, sameSegments]).toEqual([true, true])
    const back = await compareSegmentations(test.viewer, b, a)
    expect([back.overTime, back.adjustedRand]).toEqual([false, adjustedRand])
  })

  it('matches segments by their people where the definitions differ', async () => {
    const swapped = spring.map(([id, segment, revenue]): HandMade => [id, 1 - segment, revenue])
    const segments = [{ key: 'hibernating' }, { key: 'loyal' }]
    const c = await publishRun(test, { name: 'Other', asOf: '2024-03-31', segments, members: swapped })
    const found = await compareSegmentations(test.viewer, a, c)
    expect(found).toMatchObject({ adjustedRand: 1, overTime: false, sameSegments: false })
    expect(found.pairs.map((pair) => [pair.a, pair.b])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('says nothing of likeness where one side is a single segment', async () => {
    const members = people('A', 20, 0)
    const one = await publishRun(test, {
      name: 'One',
      asOf: '2024-03-31',
      segments: named,
      members,
    })
    expect(await compareSegmentations(test.viewer, a, one)).toMatchObject({
      adjustedRand: null,
      both: 20,
      onlyA: 10,
    })
  })

  it('lists who moved, the most valuable first, page by page', async () => {
    const flow = { from: 0, to: 1 }
    const first = await getMovers(test.analyst, { a, b, flow }, { page: 1, pageSize: 2 })
    expect(first.total).toBe(3)
    expect(first.rows).toEqual([
      { customerId: 'A2', name: null, email: null, city: null, before: 102, after: 202 },
      { customerId: 'A1', name: 'First A1', email: null, city: 'Lyon', before: 101, after: 201 },
    ])
    const second = await getMovers(test.analyst, { a, b, flow }, { page: 2, pageSize: 2 })
    expect(second.rows.map(({ customerId }) => customerId)).toEqual(['A0'])
    const fresh = await getMovers(
      test.viewer,
      { a, b, flow: { from: null, to: 0 } },
      { page: 1, pageSize: 25 },
    )
    expect(fresh.rows.map((row) => [row.customerId, row.name, row.before, row.after])).toEqual([
      ['C3', null, null, 8],
      ['C2', null, null, 7],
      ['C1', null, null, 6],
      ['C0', null, null, 5],
    ])
    const left = await getMovers(
      test.viewer,
      { a, b, flow: { from: 1, to: null } },
      { page: 1, pageSize: 25 },
    )
    expect(left.rows.map(({ customerId, after }) => [customerId, after])).toEqual([
      ['B9', null],
      ['B8', null],
    ])
  })

  it('keeps other workspaces, unknown segments and pending runs out', async () => {
    await expect(compareSegmentations(test.stranger, a, b)).rejects.toMatchObject({ code: 'notFound' })
    await expect(compareSegmentations(test.viewer, a, 'no-run')).rejects.toMatchObject({ code: 'notFound' })
    const paging = { page: 1, pageSize: 25 }
    const read = (from: number | null, to: number | null, member = test.viewer) =>
      getMovers(member, { a, b, flow: { from, to } }, paging)
    await expect(read(0, 7)).rejects.toMatchObject({ code: 'notFound' })
    await expect(read(null, null)).rejects.toMatchObject({ code: 'notFound' })
    await expect(read(0, 1, test.stranger)).rejects.toMatchObject({ code: 'notFound' })
    const flow = { from: 0, to: 1 }
    await expect(saveFlow(test.stranger, { a, b, flow, name: 'Mine' })).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(saveFlow(test.viewer, { a, b, flow, name: 'Mine' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('saves a flow as a rule on memberships, as of the later day', async () => {
    const order = {
      customer_id: 'A0',
      order_id: 'O1',
      line_no: 1,
      ordered_at: '2024-01-05 10:00:00',
      quantity: 1,
      amount: 9,
    }
    await test.publish('orders', [order])
    const { segmentationId } = await saveFlow(test.analyst, {
      a,
      b,
      flow: { from: 1, to: null },
      name: 'Lost',
    })
    const { settings } = await test.database.segmentation.findUniqueOrThrow({ where: { id: segmentationId } })
    const ids = async (id: string) =>
      (
        await test.database.segment.findMany({ where: { segmentationId: id }, orderBy: { position: 'asc' } })
      ).map((segment) => segment.id)
    const isIn = (segmentId: string) => ({ type: 'segment', segmentId, member: true })
    expect(settings).toEqual({
      kind: 'rule',
      name: 'Lost',
      asOf: '2024-06-30',
      rule: {
        type: 'group',
        operator: 'and',
        not: false,
        rules: [
          isIn((await ids(a))[1]!),
          { type: 'group', operator: 'or', not: true, rules: (await ids(b)).map(isIn) },
        ],
      },
    })
  })
})
