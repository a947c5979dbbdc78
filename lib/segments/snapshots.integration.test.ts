import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { features } from '@/lib/features/catalogue'
import { featureColumn, fieldColumn } from '@/lib/features/column'
import { levelId } from '@/lib/features/feature-id'
import { sweepOrphans } from '@/lib/jobs/sweep'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteName, quoteText } from '@/lib/warehouse/sql'
import { publishFullBrand } from './features-brand.fixture'
import { openTestBrand, type TestBrand } from './segments.fixture'
import { ensureSnapshot, getSnapshot, snapshotFile } from './snapshot-service'

const asOf = '2024-06-30'

describe.each(testProviders)('snapshots of features on %s', (provider) => {
  let test: TestBrand
  beforeAll(async () => {
    test = await openTestBrand(provider)
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.database.featureSnapshot.deleteMany()
    await test.clear()
  })

  async function compute(day = asOf) {
    const { id } = await ensureSnapshot(test.analyst, day)
    const run = await test.runJob()
    return { run, view: await getSnapshot(test.analyst, id) }
  }
  const changeData = () =>
    test.database.workspace.update({
      where: { id: test.analyst.workspaceId },
      data: { dataVersion: { increment: 1 } },
    })
  /** Thirty customers who all buy in two ways, so that figures are easy to tell. */
  async function publishMany() {
    const rows = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: 1 + (i % 3) }, (_, n) => ({
        ...{ customer_id: `C${i}`, order_id: `O${i}-${n}`, ordered_at: `2024-0${n + 1}-05 10:00:00` },
        ...{ quantity: 1, amount: 10 * (n + 1), discount: i < 3 ? 10 : null },
      })),
    ).flat()
    await test.publish('orders', rows)
    await test.publish(
      'customers',
      Array.from({ length: 31 }, (_, i) => ({
        ...{ customer_id: `C${i}`, gender: i < 10 ? 'f' : 'm', birth_date: i < 20 ? '1990-01-01' : null },
      })),
    )
  }

  it('hold every feature the data supports, by its column', async () => {
    await publishFullBrand(test)
    const { run, view } = await compute()
    expect(run).toMatchObject({ error: null, phases: ['features', 'measuring', 'writing'] })
    expect(view).toMatchObject({ state: 'completed', asOf, customers: 3, error: null })
    const ids = view.summary!.features.map(({ id }) => id)
    expect(ids.slice(0, features.length)).toEqual(features.map(({ id }) => id))
    expect(view.summary!.unavailable).toEqual([])
    expect(view.summary!.fields.map(({ field }) => field)).toEqual(['email_kind'])
    const { path } = await snapshotFile(test.analyst, view.id)
    const rows = await queryRows(test.warehouse, `SELECT * FROM read_parquet(${quoteText(path)})`)
    expect(Object.keys(rows[0]!).sort()).toEqual(
      [
        ...['customer_id', 'purchases', 'net_revenue', 'last_purchase', fieldColumn('email_kind')],
        ...ids.map(featureColumn),
      ].sort(),
    )
    expect(rows.find((row) => row.customer_id === 'A')).toMatchObject({
      ...{ purchases: 5, net_revenue: 134, last_purchase: '2024-06-20' },
      ...{ f_overdue: 40 / 473, [fieldColumn('email_kind')]: 'free' },
    })
  })

  it('say what the features are like and how to prepare them', async () => {
    await publishMany()
    const { view } = await compute()
    const { summary, customers } = view
    expect([customers, summary!.withoutPurchase]).toEqual([30, 1])
    const told = new Map(summary!.features.map((feature) => [feature.id, feature]))
    // one, two and three purchases of 10, 20 and 30
    expect(told.get('frequency')).toMatchObject({
      ...{ group: 'value', unit: 'count', missing: 0, min: 1, max: 3, median: 2 },
      ...{ transform: 'none', impute: 'median', scale: 'z', preselected: true, outliers: 0 },
    })
    expect(told.get('frequency')!.mean).toBeCloseTo(2, 12)
    expect(told.get('frequency')!.sd).toBeCloseTo(Math.sqrt(2 / 3), 12)
    expect(told.get('frequency')!.skewness).toBeCloseTo(0, 12)
    expect(told.get('monetary')).toMatchObject({ min: 10, max: 60, median: 30 })
    expect(told.get('age')).toMatchObject({ missing: 10, min: 34, max: 34, sd: 0 })
    expect(told.get('largest_order')).toMatchObject({ preselected: false })
    const woman = levelId('gender', 'f')
    expect(told.get(woman)).toMatchObject({ group: 'person', unit: 'share', impute: 'mean' })
    expect(told.get(woman)!.mean).toBeCloseTo(1 / 3, 12)
    expect(summary!.fields).toEqual([
      {
        ...{ field: 'gender', label: 'gender', kind: 'text', distinct: 2 },
        values: [
          { value: 'm', customers: 20 },
          { value: 'f', customers: 10 },
        ],
      },
    ])
    expect(summary!.unavailable).toContainEqual({
      id: 'links_in',
      needs: [{ table: 'links', column: 'to_id' }],
    })
    const { path } = await snapshotFile(test.analyst, view.id)
    const [row] = await queryRows<{ women: number }>(
      test.warehouse,
      `SELECT sum(${quoteName(featureColumn(woman))}) AS women FROM read_parquet(${quoteText(path)})`,
    )
    expect(row?.women).toBe(10)
  })

  it('point out what says the same, but not the levels of one field', async () => {
    await publishMany()
    const { summary } = (await compute()).view
    const pairs = new Map(summary!.correlations.map(({ a, b, r }) => [`${a} ${b}`, r]))
    // the order's value rises with every purchase
    expect(pairs.get('frequency largest_order')).toBeCloseTo(1, 12)
    expect(pairs.get('recency active_span')).toBeLessThan(-0.99)
    expect(pairs.get('recency last_order_value')).toBeCloseTo(pairs.get('recency largest_order')!, 12)
    expect([...pairs.keys()].filter((pair) => pair.split(' ').includes('age'))).toEqual([])
    expect([...pairs.keys()].filter((pair) => (pair.match(/level:gender/g) ?? []).length > 1)).toEqual([])
    const strengths = summary!.correlations.map(({ r }) => Math.abs(r))
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a))
    expect(Math.min(...strengths)).toBeGreaterThanOrEqual(0.8)
  })

  it('are computed once for the same data and day', async () => {
    await publishMany()
    const waiting = await ensureSnapshot(test.analyst, asOf)
    expect(waiting).toMatchObject({ state: 'queued', summary: null, customers: null })
    expect((await ensureSnapshot(test.analyst, asOf)).id).toBe(waiting.id)
    expect((await ensureSnapshot(test.analyst, '2024-06-29')).id).not.toBe(waiting.id)
    await test.runJob()
    expect(await ensureSnapshot(test.analyst, asOf)).toMatchObject({ id: waiting.id, state: 'completed' })
    await changeData()
    expect((await ensureSnapshot(test.analyst, asOf)).id).not.toBe(waiting.id)
  })

  it('leave with their files when data change, and all but the newest five', async () => {
    await publishMany()
    const paths: string[] = []
    for (let day = 20; day < 26; day++) {
      const { view } = await compute(`2024-06-${day}`)
      paths.push((await snapshotFile(test.analyst, view.id)).path)
    }
    expect(paths.map((path) => existsSync(path))).toEqual([false, true, true, true, true, true])
    expect(await test.database.featureSnapshot.count()).toBe(5)
    await changeData()
    await compute()
    expect(paths.some((path) => existsSync(path))).toBe(false)
    expect(await test.database.featureSnapshot.count()).toBe(1)
    const stored = await test.database.featureSnapshot.findFirstOrThrow()
    expect(existsSync(warehousePath(test.dataDir, stored.file!))).toBe(true)
  })

  it('keep their files when orphans are swept', async () => {
    await publishMany()
    const { path } = await snapshotFile(test.analyst, (await compute()).view.id)
    await sweepOrphans(test.database, test.dataDir, Date.now() + 5 * 3_600_000)
    expect(existsSync(path)).toBe(true)
  })

  it('fail in words where nobody has bought, and can be tried again', async () => {
    await publishMany()
    const { run, view } = await compute('2023-12-31')
    expect(run.error).toEqual({ code: 'noPurchases', params: {} })
    expect(view).toMatchObject({ state: 'failed', error: { code: 'noPurchases' } })
    expect((await ensureSnapshot(test.analyst, '2023-12-31')).id).not.toBe(view.id)
  })

  it('are for analysts of the workspace', async () => {
    await publishMany()
    const { view } = await compute()
    await expect(ensureSnapshot(test.viewer, asOf)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getSnapshot(test.viewer, view.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getSnapshot(test.stranger, view.id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(snapshotFile(test.stranger, view.id)).rejects.toMatchObject({ code: 'notFound' })
    const queued = await ensureSnapshot(test.analyst, '2024-05-05')
    await expect(snapshotFile(test.analyst, queued.id)).rejects.toMatchObject({ code: 'notFound' })
  })
})
