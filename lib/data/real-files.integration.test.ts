import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { tableNames } from '@/lib/warehouse/tables'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { loadSample } from './sample'
import * as service from './service'
import { storeUpload } from './upload-service'

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const hasShared = existsSync(shared)

describe.each(testProviders)('whole files on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  afterAll(() => test.close())

  it('loads the sample brand as four imports in the right order', async () => {
    await test.clear()
    const started = await loadSample(test.owner)
    for (const _ of started) await test.runJob()
    const imports = await service.listImports(test.owner)
    expect(
      imports.map(({ table, state, rowsRejected }) => ({ table, state, rowsRejected })).reverse(),
    ).toEqual(
      ['customers', 'products', 'orders', 'reviews'].map((table) => ({
        table,
        state: 'completed',
        rowsRejected: 0,
      })),
    )
    const overview = await service.getDataOverview(test.owner)
    const rows = Object.fromEntries(overview.tables.map((each) => [each.table, each.rows]))
    expect(rows).toMatchObject({ customers: 6000, products: 150, reviews: 3000, interactions: 0 })
    const orders = overview.orders
    expect(orders?.months).toHaveLength(24)
    const sum = orders?.months.reduce((total, { netRevenue }) => total + netRevenue, 0)
    expect(sum).toBeCloseTo(orders?.netRevenue ?? 0, 2)
    expect((orders?.sales ?? 0) - (orders?.returns ?? 0)).toBeCloseTo(orders?.netRevenue ?? 0, 2)
    expect(await service.getDataOverview(test.stranger)).toEqual({
      tables: tableNames.map((table) => ({ table, rows: 0, imports: 0 })),
      orders: null,
    })
    const events = await test.database.auditEvent.findMany({ where: { action: 'import.complete' } })
    expect(events.length).toBeGreaterThanOrEqual(4)
  })

  it.skipIf(!hasShared)('reads Online Retail as it is, to the penny (needs ../shared/data)', async () => {
    await test.clear()
    const path = join(shared, 'online_retail/slice_2010-12_to_2011-02.csv')
    const { uploadId } = await storeUpload(test.owner, 'retail.csv', createReadStream(path), null)
    const { guess: mapping } = await test.inspect(uploadId)
    const { importId } = await service.checkImport(test.owner, { uploadId, mapping })
    await test.runJob()
    expect(await service.confirmImport(test.owner, importId)).toEqual({ importId, jobId: null })
    const detail = await service.getImport(test.owner, importId)
    expect(detail).toMatchObject({ rowsRead: 105_335, rowsCreated: 105_335, rowsRejected: 0 })
    expect(detail.report?.orders).toMatchObject({
      purchaseLines: 67_313,
      customers: 1682,
      purchases: 3384,
      sales: '1589296.28',
    })
  })

  it.skipIf(!hasShared)(
    'reads the CDNOW log, whose columns are set apart by blanks (needs ../shared/data)',
    async () => {
      await test.clear()
      const path = join(shared, 'cdnow/CDNOW_sample.txt')
      const { uploadId } = await storeUpload(test.owner, 'cdnow.txt', createReadStream(path), null)
      const { headers, dialect, records, columns } = await test.inspect(uploadId)
      expect([headers.length, dialect.headerLine, records]).toEqual([5, null, 6919])
      expect(columns[2]).toMatchObject({ type: 'date', min: '1997-01-01' })
      const { importId } = await service.checkImport(test.owner, {
        uploadId,
        mapping: {
          tables: [
            {
              table: 'orders',
              mode: 'update',
              columns: { customer_id: 0, ordered_at: 2, quantity: 3, amount: 4 },
            },
          ],
          formats: {},
        },
      })
      await test.runJob()
      const { report } = await service.getImport(test.owner, importId)
      expect(report?.tables[0]).toMatchObject({ created: 6919 })
      // Eight of the 2,357 customers bought for nothing only.
      expect(report?.orders?.customers).toBe(2349)
      await service.confirmImport(test.owner, importId)
      expect(await test.select('SELECT count(DISTINCT customer_id) AS n FROM orders')).toEqual([{ n: 2357 }])
    },
  )

  it.skipIf(!hasShared)('reads reviews with texts of many lines (needs ../shared/data)', async () => {
    await test.clear()
    const path = join(shared, 'womens_clothing/Womens_Clothing_Reviews.csv')
    const { uploadId } = await storeUpload(test.owner, 'reviews.csv', createReadStream(path), null)
    const { guess: mapping } = await test.inspect(uploadId)
    expect(mapping.tables[0]?.table).toBe('reviews')
    const { importId } = await service.checkImport(test.owner, { uploadId, mapping })
    await test.runJob()
    await service.confirmImport(test.owner, importId)
    expect(await service.getImport(test.owner, importId)).toMatchObject({
      rowsRead: 23_486,
      rowsCreated: 23_486,
    })
    const ratings = await test.select('SELECT rating, count(*) AS n FROM reviews GROUP BY 1 ORDER BY 1')
    expect(ratings.map(({ n }) => n)).toEqual([842, 1565, 2871, 5077, 13_131])
    const [texts] = await test.select(
      'SELECT count(*) AS n, count(text) AS t, count(DISTINCT product_id) AS p FROM reviews',
    )
    expect(texts).toEqual({ n: 23_486, t: 23_486 - 845, p: 1206 })
  })
})
