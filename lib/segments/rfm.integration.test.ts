import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import words from '@/lib/i18n/messages/en/segment-names.json'
import { addSegment, assignCell, nameSegment } from '@/lib/rfm/edit-map'
import { rfmMaps } from '@/lib/rfm/maps'
import { foldCells, sumSegments } from '@/lib/rfm/rfm-grid'
import { cellIndex, type RfmMap } from '@/lib/rfm/rfm-map'
import { scoreSql, segmentSql } from '@/lib/rfm/score-sql'
import { findBounds, placeCustomers, rfmAxes, scoreColumn } from '@/lib/rfm/scores'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { getRfmGrids } from './rfm-service'
import type { RfmView } from './schema'
import { openTestBrand, type TestBrand } from './segments.fixture'
import { createSegmentation, getInsights, getSegmentation } from './service'

const asOf = '2024-12-31'

/** Each customer's days with a purchase and the money of each; returns are negative. */
const purchases: Record<string, [day: string, amount: number][]> = {
  // the last day, three purchases: recency 0
  A: [
    ['2024-12-31', 100],
    ['2024-11-01', 50],
    ['2024-10-01', 50],
  ],
  // 10 days, four purchases and a return of 30
  B: [
    ['2024-12-21', 30],
    ['2024-12-01', 40],
    ['2024-11-01', 40],
    ['2024-10-01', 40],
    ['2024-12-25', -30],
  ],
  // 30, 61, 92 and 366 days, one purchase each
  C: [['2024-12-01', 20]],
  D: [['2024-10-31', 500]],
  E: [['2024-09-30', 10]],
  F: [['2023-12-31', 5]],
  // after the day: no purchase by then
  G: [['2025-01-01', 900]],
}

const publishOrders = (test: TestBrand) =>
  test.publish(
    'orders',
    Object.entries(purchases).flatMap(([customer_id, lines]) =>
      lines.map(([day, amount], i) => ({
        customer_id,
        order_id: `${customer_id}${i}`,
        line_no: 1,
        ordered_at: `${day} 10:00:00`,
        quantity: Math.sign(amount),
        amount,
      })),
    ),
  )

describe.each(testProviders)('RFM segments on %s', (provider) => {
  let test: TestBrand
  beforeAll(async () => {
    test = await openTestBrand(provider)
    // its segments have few customers
    await test.database.workspace.updateMany({ data: { smallGroup: 1 } })
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.clear()
    await publishOrders(test)
  })

  async function run(map: RfmMap): Promise<RfmView> {
    const settings = { kind: 'rfm' as const, name: 'Grid', asOf, map }
    const { segmentationId } = await createSegmentation(test.analyst, settings)
    const { error, phases } = await test.runJob()
    expect(error).toBeNull()
    expect(phases).toEqual(expect.arrayContaining(['features', 'scoring', 'describing', 'writing']))
    const view = await getSegmentation(test.analyst, segmentationId)
    if (view.state !== 'completed' || view.kind !== 'rfm') throw new Error('There is no RFM segmentation')
    return view
  }
  async function readMembers(id: string) {
    const { file } = await test.database.segmentation.findFirstOrThrow({ where: { id } })
    return queryRows<Record<string, unknown>>(
      test.warehouse,
      `SELECT * FROM read_parquet(${quoteText(warehousePath(test.dataDir, file!))}) ORDER BY customer_id`,
    )
  }

  it('gives every customer the segment that hand calculation gives', async () => {
    const view = await run(rfmMaps.ten)
    // of 6: a score of s needs (s − 1) ÷ 5 × 6 worse, that is 2, 3, 4 and 5
    expect(view.result.bounds.recency).toEqual([61, 30, 10, 0])
    // four customers have one purchase: three purchases are more than 4 others have, four more than 5
    expect(view.result.bounds.frequency).toEqual([3, 3, 3, 4])
    expect(view.result.withoutPurchase).toBe(1)
    const keys = view.settings.kind === 'rfm' ? view.settings.map.segments.map(({ key }) => key) : []
    const rows = await readMembers(view.id)
    const expected = {
      A: ['rfmChampions', 3, 200, 0],
      B: ['loyal', 4, 120, 10],
      C: ['aboutToSleep', 1, 20, 30],
      D: ['hibernating', 1, 500, 61],
      E: ['hibernating', 1, 10, 92],
      F: ['hibernating', 1, 5, 366],
    }
    expect(
      Object.fromEntries(
        rows.map((row) => [
          row.customer_id,
          [keys[Number(row.segment)], row.purchases, row.net_revenue, row.f_recency],
        ]),
      ),
    ).toEqual(expected)
    for (const { distance, second, second_distance, x, y } of rows) {
      expect([distance, second, second_distance, x, y]).toEqual([null, null, null, null, null])
    }
  })

  it('has one segment per segment of the map, in its order, with its money, profile and words', async () => {
    const view = await run(rfmMaps.ten)
    expect(view.segments.map(({ suggestion }) => suggestion.name)).toEqual(
      rfmMaps.ten.segments.map(({ key }) => key),
    )
    const figures = view.segments.map(({ suggestion, size, revenue }) => [suggestion.name, size, revenue])
    expect(figures.filter(([, size]) => size)).toEqual([
      ['rfmChampions', 1, 200],
      ['loyal', 1, 120],
      ['aboutToSleep', 1, 20],
      ['hibernating', 3, 515],
    ])
    expect([view.customers, view.revenue]).toEqual([6, 855])
    const cell = cellIndex(5, { r: 2, f: 1, m: null })
    expect(view.result.cells[cell]).toEqual({ customers: 1, revenue: 500 })
    const hibernating = view.segments.at(-1)!
    expect(hibernating.profile).toMatchObject({ silhouette: null, centre: null })
    expect(hibernating.profile.features.slice(0, 3)).toMatchObject([
      { id: 'recency', mean: 173, median: 92 },
      { id: 'frequency', mean: 1, median: 1 },
      { id: 'monetary', mean: 515 / 3, median: 10 },
    ])
    const empty = view.segments.find(({ size }) => size === 0)!
    expect(empty.profile.features.map(({ mean, z }) => [mean, z])).toEqual(
      empty.profile.features.map(() => [null, 0]),
    )
    const insights = await getInsights(test.analyst, view.id)
    expect(insights?.segments).toHaveLength(10)
  })

  it('splits at the means for the eight classes', async () => {
    const view = await run(rfmMaps.china)
    // means: 559 ÷ 6 days, 11 ÷ 6 purchases, 855 ÷ 6 of money
    expect(view.result.bounds).toEqual({ recency: [559 / 6], frequency: [11 / 6], monetary: [142.5] })
    expect(
      view.segments.filter(({ size }) => size > 0).map(({ suggestion, size }) => [suggestion.name, size]),
    ).toEqual([
      ['chinaHighHighHigh', 1],
      ['chinaHighLowHigh', 1],
      ['chinaHighHighLow', 1],
      ['chinaHighLowLow', 2],
      ['chinaLowLowLow', 1],
    ])
  })

  it('keeps names of the user and makes segments of the user’s own', async () => {
    const renamed = nameSegment(rfmMaps.ten, 0, 'Fans')
    const own = assignCell(addSegment(renamed, 'Once, lately'), cellIndex(5, { r: 3, f: 1, m: null }), 10)
    const view = await run(own)
    expect([view.segments[0]!.name, view.segments[0]!.suggestion.name]).toEqual(['Fans', 'rfmChampions'])
    const last = view.segments.at(-1)!
    expect([last.name, last.size, last.revenue]).toEqual(['Once, lately', 1, 20])
    expect(Object.keys(words.names)).toContain(last.suggestion.name)
  })

  it('says the same live as in the run', async () => {
    const live = await getRfmGrids(test.viewer, asOf)
    expect(live).toMatchObject({ customers: 6, revenue: 855, withoutPurchase: 1 })
    for (const map of Object.values(rfmMaps)) {
      const grid = live.grids.find(({ scoring, bins }) => scoring === map.scoring && bins === map.bins)!
      const view = await run(map)
      expect(view.result.bounds).toEqual(grid.bounds)
      expect(view.result.cells).toEqual(foldCells(map, grid.cells))
      expect(view.segments.map(({ size, revenue }) => ({ customers: size, revenue }))).toEqual(
        sumSegments(map, foldCells(map, grid.cells)),
      )
    }
  })

  it('has nobody before the first purchase, and takes days only', async () => {
    await expect(getRfmGrids(test.viewer, '2023-12-30')).rejects.toMatchObject({ code: 'noPurchases' })
    await expect(getRfmGrids(test.viewer, '2024-13-01')).rejects.toMatchObject({ code: 'invalidInput' })
    await expect(getRfmGrids(test.stranger, asOf)).rejects.toMatchObject({ code: 'noPurchases' })
  })
})

it('scores in SQL as in TypeScript, to the last digit of money', async () => {
  const test = await openTestBrand('sqlite')
  try {
    const table = `SELECT (n * 7919 % 400)::DOUBLE AS recency, (1 + n * n % 11)::DOUBLE AS frequency,
      (n * 104729 % 100003)::DOUBLE / 7 - 900 AS monetary FROM range(5000) rows(n)`
    const rows = await queryRows<Record<(typeof rfmAxes)[number], number>>(
      test.warehouse,
      `${table} ORDER BY n`,
    )
    const column = (axis: (typeof rfmAxes)[number]) => Float64Array.from(rows, (row) => row[axis])
    const columns = {
      recency: column('recency'),
      frequency: column('frequency'),
      monetary: column('monetary'),
    }
    for (const map of Object.values(rfmMaps)) {
      const bounds = findBounds(columns, map)
      const scores = rfmAxes.map((axis) => `${scoreSql(axis, bounds[axis], axis)} AS ${axis}_score`)
      const inSql = await queryRows<Record<string, number>>(
        test.warehouse,
        `SELECT *, ${scores.join(', ')}, ${segmentSql(map, bounds, (axis) => axis)} AS segment
         FROM (${table}) ORDER BY n`.replace('FROM range', ', n FROM range'),
      )
      const places = placeCustomers(columns, bounds, map)
      expect(inSql.map((row) => row.segment)).toEqual(Array.from(places, (place) => map.cells[place]))
      for (const axis of rfmAxes) {
        expect(inSql.map((row) => row[`${axis}_score`])).toEqual(
          Array.from(scoreColumn(axis, bounds[axis], columns[axis])),
        )
      }
    }
  } finally {
    await test.close()
  }
})
