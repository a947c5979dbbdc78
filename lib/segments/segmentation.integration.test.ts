import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import names from '@/lib/i18n/messages/en/segment-names.json'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { publishThreeKinds, threeKindsSizes } from './kinds.fixture'
import { basicSettings, openTestBrand, type TestBrand } from './segments.fixture'
import * as service from './service'

describe.each(testProviders)('segmentations on %s', (provider) => {
  let test: TestBrand
  beforeAll(async () => {
    test = await openTestBrand(provider)
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.clear()
    await publishThreeKinds(test)
  })

  const readFile = async (id: string) => {
    const { file } = await test.database.segmentation.findUniqueOrThrow({ where: { id } })
    const path = warehousePath(test.dataDir, file ?? '')
    return { path, rows: await queryRows(test.warehouse, `SELECT * FROM read_parquet(${quoteText(path)})`) }
  }

  it('finds the three kinds of customers that are there, largest first', async () => {
    const view = await test.segment()
    expect(view).toMatchObject({ state: 'completed', error: null, k: 3, customers: 300, asOf: '2024-12-31' })
    expect(view.settings).toEqual(basicSettings)
    expect(view.segments.map(({ size }) => size)).toEqual(threeKindsSizes)
    expect(view.segments.map(({ position }) => position)).toEqual([0, 1, 2])
    const sum = view.segments.reduce((total, { revenue }) => total + revenue, 0)
    expect(view.revenue).toBeCloseTo(sum, 6)
    const [orders] = await queryRows<{ net: number }>(
      test.warehouse,
      `SELECT sum(net_revenue) AS net FROM read_parquet(${quoteText((await readFile(view.id)).path)})`,
    )
    expect(view.revenue).toBeCloseTo(orders!.net, 6)
  })

  it('says how it came about', async () => {
    const { result, segments } = await test.segment()
    expect(result).toMatchObject({ k: 3, chosen: 'auto', converged: true, seed: 1, withoutPurchase: 2 })
    expect(result.evidence.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(result.naturalGroups).toBe(true)
    expect(result.stability).toHaveLength(3)
    for (const stability of result.stability) expect(stability).toBeGreaterThan(0.95)
    expect(result.silhouetteSample).toBe(300)
    expect(result.features.map(({ id, missing }) => ({ id, missing }))).toEqual(
      basicSettings.features.map((id) => ({ id, missing: 0 })),
    )
    expect(result.pca.axes.map((axis) => axis.length)).toEqual([3, 3])
    for (const { suggestion, profile } of segments) {
      expect(Object.keys(names.names)).toContain(suggestion.name)
      expect(profile.features.map(({ id }) => id)).toEqual(basicSettings.features)
      expect(profile.silhouette).toBeGreaterThan(0.5)
    }
    const worth = segments.reduce((sum, { size, profile }) => sum + size * profile.features[2]!.z, 0)
    expect(worth).toBeCloseTo(0, 6)
  })

  it('writes one row per customer, by segment and id', async () => {
    const { id, segments } = await test.segment({ features: ['recency', 'purchase_gap', 'monetary'] })
    const { rows } = await readFile(id)
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...['customer_id', 'segment', 'distance', 'second', 'second_distance', 'x', 'y'],
      ...['purchases', 'net_revenue', 'last_purchase', 'f_recency', 'f_purchase_gap', 'f_monetary'],
    ])
    expect(new Set(rows.map((row) => row.customer_id)).size).toBe(300)
    const sorted = [...rows].sort(
      (a, b) =>
        Number(a.segment) - Number(b.segment) || (String(a.customer_id) < String(b.customer_id) ? -1 : 1),
    )
    expect(rows).toEqual(sorted)
    for (const { position, size } of segments)
      expect(rows.filter((row) => row.segment === position)).toHaveLength(size)
    for (const row of rows) expect(row.f_purchase_gap === null).toBe(row.purchases === 1)
  })

  it('gives the same to the byte when run again', async () => {
    const [first, second] = [await test.segment(), await test.segment()]
    expect((await readFile(second.id)).rows).toEqual((await readFile(first.id)).rows)
    expect(second.result).toEqual(first.result)
  })

  it('runs through its phases, for a k chosen by hand too', async () => {
    await service.createSegmentation(test.analyst, basicSettings)
    expect((await test.runJob()).phases).toEqual([
      'features',
      'preparing',
      'choosingK',
      'describing',
      'writing',
    ])
    await service.createSegmentation(test.analyst, { ...basicSettings, k: 4 })
    expect((await test.runJob()).phases).toEqual([
      'features',
      'preparing',
      'clustering',
      'describing',
      'writing',
    ])
    const [byHand, automatic] = await service.listSegmentations(test.analyst)
    expect([byHand!.k, automatic!.k]).toEqual([4, 3])
  })

  it('keeps a figure that is the same for everybody out of the distances', async () => {
    const { result, segments } = await test.segment({
      features: ['recency', 'frequency', 'monetary', 'return_share'],
    })
    expect(result.features[3]).toMatchObject({ id: 'return_share', sd: 0, mean: 0 })
    expect(segments.map(({ size }) => size)).toEqual(threeKindsSizes)
    expect(segments.map(({ profile }) => profile.features[3]!.z)).toEqual([0, 0, 0])
  })

  it('refuses what the data cannot give, and says why', async () => {
    const create = (settings: Partial<typeof basicSettings>) =>
      service.createSegmentation(test.analyst, { ...basicSettings, ...settings })
    await expect(create({ features: ['recency', 'age'] })).rejects.toMatchObject({
      code: 'featureUnavailable',
      params: { feature: 'age' },
    })
    await expect(create({ features: ['recency', 'nonsense'] })).rejects.toMatchObject({
      code: 'featureUnavailable',
    })
    await expect(create({ asOf: '2019-01-01' })).rejects.toMatchObject({ code: 'noPurchases' })
    expect(await service.listSegmentations(test.analyst)).toEqual([])
  })

  it('ends with a sentence when the customers do not differ enough', async () => {
    const { segmentationId } = await service.createSegmentation(test.analyst, {
      ...basicSettings,
      features: ['return_share', 'items_per_purchase'],
      k: 4,
    })
    expect((await test.runJob()).error).toEqual({ code: 'tooFewCustomers', params: { customers: 300, k: 4 } })
    expect(await service.getSegmentation(test.analyst, segmentationId)).toMatchObject({
      state: 'failed',
      error: { code: 'tooFewCustomers' },
      k: null,
    })
    await expect(service.getMap(test.analyst, segmentationId)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('ends with a sentence when the data was taken back meanwhile', async () => {
    await service.createSegmentation(test.analyst, basicSettings)
    await test.database.batch.deleteMany()
    expect((await test.runJob()).error).toMatchObject({ code: 'noPurchases' })
  })

  it('renames a segment, and takes the suggestion back', async () => {
    const { id, segments } = await test.segment()
    const name = async () => {
      const view = await service.getSegmentation(test.analyst, id)
      return view.state === 'completed' ? view.segments[1]!.name : undefined
    }
    await service.renameSegment(test.analyst, segments[1]!.id, 'Champions of Kreuzberg')
    expect(await name()).toBe('Champions of Kreuzberg')
    await service.renameSegment(test.analyst, segments[1]!.id, '')
    expect(await name()).toBeNull()
  })

  it('deletes a segmentation with its file, not one that is waiting', async () => {
    const { id } = await test.segment()
    const { path } = await readFile(id)
    await service.deleteSegmentation(test.analyst, id)
    expect(existsSync(path)).toBe(false)
    expect(await service.listSegmentations(test.analyst)).toEqual([])
    const { segmentationId } = await service.createSegmentation(test.analyst, basicSettings)
    await expect(service.deleteSegmentation(test.analyst, segmentationId)).rejects.toMatchObject({
      code: 'notFound',
    })
    const events = await test.database.auditEvent.findMany({ orderBy: { createdAt: 'asc' } })
    expect(events.map(({ action }) => action)).toEqual([
      'segmentation.create',
      'segmentation.delete',
      'segmentation.create',
    ])
  })

  it('is closed to other workspaces', async () => {
    const { id, segments } = await test.segment()
    const { stranger } = test
    const segment = segments[0]!.id
    const notFound = { code: 'notFound' }
    const query = { search: '', sort: 'revenue', direction: 'desc', page: 1, pageSize: 25 } as const
    expect(await service.listSegmentations(stranger)).toEqual([])
    expect(await service.getSegmentationOptions(stranger)).toBeNull()
    expect(await service.findMemberships(stranger, 'K001')).toEqual([])
    await expect(service.getSegmentation(stranger, id)).rejects.toMatchObject(notFound)
    await expect(service.getMap(stranger, id)).rejects.toMatchObject(notFound)
    await expect(service.getDistribution(stranger, id, 'recency')).rejects.toMatchObject(notFound)
    await expect(service.getPeople(stranger, segment, query)).rejects.toMatchObject(notFound)
    await expect(service.renameSegment(stranger, segment, 'Mine')).rejects.toMatchObject(notFound)
    await expect(service.deleteSegmentation(stranger, id)).rejects.toMatchObject(notFound)
  })

  it('lets viewers look and not touch', async () => {
    const { id, segments } = await test.segment()
    const forbidden = { code: 'forbidden' }
    await expect(service.createSegmentation(test.viewer, basicSettings)).rejects.toMatchObject(forbidden)
    await expect(service.renameSegment(test.viewer, segments[0]!.id, 'X')).rejects.toMatchObject(forbidden)
    await expect(service.deleteSegmentation(test.viewer, id)).rejects.toMatchObject(forbidden)
    expect(await service.getSegmentation(test.viewer, id)).toMatchObject({ state: 'completed' })
    expect((await service.getMap(test.viewer, id)).total).toBe(300)
  })
})
