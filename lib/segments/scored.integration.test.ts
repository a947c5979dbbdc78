import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { publishRun } from './compare.fixture'
import { compareSegmentations } from './compare-service'
import { publishThreeKinds } from './kinds.fixture'
import type { KmeansView, SegmentationModel } from './schema'
import { openTestBrand, type TestBrand } from './segments.fixture'
import { createSegmentation, getSegmentation, renameSegment } from './service'

type Row = Record<string, number | string | null> & { customer_id: string; segment: number; distance: number }

/** The model's formula, written out once more: log1p or limits, scale, nearest centroid. */
function assign(
  { features, records, centroids }: SegmentationModel,
  row: Row,
): { segment: number; distance: number } {
  const point = records.map((record, i) => {
    const raw = Number(row[`f_${features[i]}`] ?? record.fill)
    const [low, high] = record.limits ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const bent = record.transform === 'log' ? Math.log1p(raw) : Math.min(high, Math.max(low, raw))
    return ((bent - record.scaleMean) / record.scaleSd) * record.weight
  })
  const distances = Array.from({ length: centroids.length / features.length }, (_, j) =>
    Math.hypot(...point.map((value, i) => value - centroids[j * features.length + i]!)),
  )
  const distance = Math.min(...distances)
  return { segment: distances.indexOf(distance), distance }
}

describe.each(testProviders)('scoring on %s', (provider) => {
  let test: TestBrand
  beforeAll(async () => {
    test = await openTestBrand(provider)
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.clear()
    await publishThreeKinds(test)
  })

  async function score(baseId: string, asOf = '2024-12-31') {
    const settings = { kind: 'scored' as const, name: 'Again', asOf, baseId }
    const { segmentationId } = await createSegmentation(test.analyst, settings)
    return { id: segmentationId, error: (await test.runJob()).error }
  }
  async function scored(baseId: string, asOf?: string): Promise<KmeansView> {
    const { id, error } = await score(baseId, asOf)
    if (error) throw new Error(error.code)
    const view = await getSegmentation(test.analyst, id)
    if (view.state !== 'completed' || view.kind !== 'scored')
      throw new Error(`It is ${view.kind}, ${view.state}`)
    return view
  }
  async function readFile(id: string): Promise<Row[]> {
    const { file } = await test.database.segmentation.findUniqueOrThrow({ where: { id } })
    const path = warehousePath(test.dataDir, file ?? '')
    return queryRows<Row>(
      test.warehouse,
      `SELECT * FROM read_parquet(${quoteText(path)}) ORDER BY customer_id`,
    )
  }
  const places = (rows: Row[]) =>
    rows.map(({ customer_id, segment, second, x, y }) => [customer_id, segment, second, x, y])

  it('gives everybody their own segment on the same data and day, with names, colours and map', async () => {
    const base = await test.segment({ features: ['recency', 'frequency', 'monetary', 'purchase_gap'] })
    await renameSegment(test.analyst, base.segments[1]!.id, 'Regulars')
    await test.database.segment.update({ where: { id: base.segments[0]!.id }, data: { color: 7 } })
    const again = await scored(base.id)
    expect(places(await readFile(again.id))).toEqual(places(await readFile(base.id)))
    expect(again.segments.map(({ name, color, size }) => [name, color, size])).toEqual([
      [null, 7, base.segments[0]!.size],
      ['Regulars', 1, base.segments[1]!.size],
      [null, 2, base.segments[2]!.size],
    ])
    for (const [i, { profile, suggestion, revenue }] of again.segments.entries()) {
      expect(profile).toEqual(base.segments[i]!.profile)
      expect(suggestion).toEqual(base.segments[i]!.suggestion)
      expect(revenue).toBeCloseTo(base.segments[i]!.revenue, 6)
    }
    const own = base.result.evidence.find(({ k }) => k === base.result.k)!
    expect(again.result.evidence).toHaveLength(1)
    expect(again.result.evidence[0]!.silhouette).toBeCloseTo(own.silhouette, 9)
    expect(again.result.inertia).toBeCloseTo(base.result.inertia, 6)
    for (const axis of [0, 1]) {
      expect(again.result.pca.explained[axis]).toBeCloseTo(base.result.pca.explained[axis]!, 9)
    }
    const { features, model } = again.result
    expect({ features, model }).toEqual({ features: base.result.features, model: base.result.model })
    const compared = await compareSegmentations(test.viewer, base.id, again.id)
    expect(compared).toMatchObject({
      adjustedRand: 1,
      sameSegments: true,
      overTime: true,
      onlyA: 0,
      onlyB: 0,
    })
  })

  it('puts customers of another day where the model says', async () => {
    const base = await test.segment()
    const before = await scored(base.id, '2024-06-30')
    const rows = await readFile(before.id)
    expect(rows.length).toBe(before.customers)
    for (const row of rows) {
      const expected = assign(base.result.model!, row)
      expect([row.customer_id, row.segment]).toEqual([row.customer_id, expected.segment])
      expect(row.distance).toBeCloseTo(expected.distance, 9)
    }
    expect(before.segments.map(({ size }) => size)).not.toEqual(base.segments.map(({ size }) => size))
    const compared = await compareSegmentations(test.viewer, before.id, base.id)
    expect(compared).toMatchObject({
      sameSegments: true,
      overTime: true,
      both: rows.length,
      onlyB: 300 - rows.length,
    })
    expect(compared.pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('scores what came in since, and from a run that was itself scored', async () => {
    const base = await test.segment()
    const first = await scored(base.id)
    const order = {
      customer_id: 'NEW',
      order_id: 'N1',
      line_no: 1,
      ordered_at: '2024-12-30 09:00:00',
      quantity: 1,
      amount: 25,
    }
    await test.publish('orders', [order])
    const second = await scored(first.id)
    expect(second.customers).toBe(301)
    const compared = await compareSegmentations(test.viewer, first.id, second.id)
    expect(compared).toMatchObject({
      overTime: true,
      sameSegments: true,
      both: 300,
      onlyB: 1,
      adjustedRand: 1,
    })
  })

  it('says why it cannot', async () => {
    const base = await test.segment()
    const rules = { name: 'Grid', asOf: '2024-12-31', segments: [{ key: 'a' }, { key: 'b' }] }
    const grid = await publishRun(test, { ...rules, members: [['K000', 0, 1]] })
    expect((await score(grid)).error).toMatchObject({ code: 'notFound' })
    await expect(score(base.id, '2023-01-01')).rejects.toMatchObject({ code: 'noPurchases' })
    const { model, ...result } = base.result
    await test.database.segmentation.update({ where: { id: base.id }, data: { result } })
    expect((await score(base.id)).error).toMatchObject({ code: 'noModel' })
  })

  it('names the figure that the data no longer supports', async () => {
    await test.publish('reviews', [
      { review_id: 'R1', customer_id: 'K000', rating: 4 },
      { review_id: 'R2', customer_id: 'K299', rating: 2 },
    ])
    const base = await test.segment({ features: ['recency', 'monetary', 'average_rating'], k: 3 })
    await test.database.batch.deleteMany({ where: { table: 'reviews' } })
    expect((await score(base.id)).error).toMatchObject({
      code: 'featureUnavailable',
      params: { feature: 'average_rating' },
    })
  })

  it('keeps names and colours of an earlier run where the people are the same', async () => {
    const base = await test.segment()
    await renameSegment(test.analyst, base.segments[2]!.id, 'Stars')
    await test.database.segment.update({ where: { id: base.segments[2]!.id }, data: { color: 9 } })
    const next = await test.segment({
      name: 'Next',
      features: ['recency', 'frequency', 'monetary', 'tenure'],
      k: 3,
      similarTo: base.id,
    })
    const stars = next.segments.find(({ name }) => name === 'Stars')
    expect(stars).toMatchObject({ color: 9, size: base.segments[2]!.size })
    expect(new Set(next.segments.map(({ color }) => color)).size).toBe(3)
  })
})
