import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { testProviders } from '@/lib/tooling/test-databases'
import { tableImport } from './erasure.fixture'
import { startReceipt } from './export-receipt'
import { enqueueRetention } from './repository-retention'
import * as service from './retention-service'

const at = new Date('2026-06-30T12:00:00Z')
const months = { customers: 24, orders: 24, reviews: 12, interactions: 6 }
const retention = { ...months, results: 12, uploads: 12, receipts: 12 }

describe.each(testProviders)('retention on %s', (provider) => {
  let test: TestWorkspace

  const add = async (table: Parameters<typeof tableImport>[0], rows: Record<string, string>[]) => {
    const { text, mapping } = tableImport(table, rows)
    return test.importText(text, mapping, `${table}.csv`)
  }
  const order = (order_id: string, customer_id: string, ordered_at: string) => ({
    ...{ order_id, customer_id, ordered_at, quantity: '1', amount: '5' },
  })
  const keys = async (table: string, key: string) =>
    (await test.select(`SELECT DISTINCT ${key} AS k FROM ${table} ORDER BY 1`)).map(({ k }) => k)

  /** A finished segmentation with a file, and a job that is done. */
  async function addSegmentation(name: string, createdAt: string, status: 'completed' | 'running') {
    const { database, dataDir, owner } = test
    const { workspaceId } = owner
    const file = `${name}.parquet`
    writeFileSync(join(dataDir, 'warehouse', file), 'people')
    const job = await database.job.create({
      data: { workspaceId, kind: 'segmentation', payload: {}, status },
    })
    await database.segmentation.create({
      data: {
        workspaceId,
        name,
        settings: {},
        asOf: at,
        createdAt: new Date(createdAt),
        file,
        jobId: job.id,
      },
    })
  }

  beforeAll(async () => {
    test = await openTestWorkspace(provider)
    await add('orders', [
      order('old', 'gone', '2024-06-29'),
      order('edge', 'stays', '2024-07-02'),
      // a newer import moves it to a later day: what is old is only what nobody sees any more
      order('moved', 'stays', '2020-01-01'),
      // and this one to an earlier day: it must not come back
      order('backdated', 'stays', '2026-01-01'),
    ])
    await add('orders', [order('moved', 'stays', '2026-02-01'), order('backdated', 'stays', '2021-01-01')])
    await add('customers', [
      { customer_id: 'gone', city: 'Rome', signed_up_on: '2019-01-01' },
      { customer_id: 'stays', city: 'Bern', signed_up_on: '2019-01-01' },
      { customer_id: 'signedUp', city: 'Bern', signed_up_on: '2025-01-01' },
      { customer_id: 'undated', city: 'Bern', signed_up_on: '' },
    ])
    await add('reviews', [
      { review_id: 'r1', customer_id: 'stays', rating: '4', reviewed_on: '2025-06-01' },
      { review_id: 'r2', customer_id: 'stays', rating: '4', reviewed_on: '2026-06-01' },
      { review_id: 'r3', customer_id: 'stays', rating: '4', reviewed_on: '' },
    ])
    await add('interactions', [
      { customer_id: 'stays', product_id: 'P', event: 'view', occurred_at: '2025-12-01' },
      { customer_id: 'stays', product_id: 'Q', event: 'view', occurred_at: '2026-05-01' },
    ])
    await test.database.batch.updateMany({ data: { createdAt: new Date('2026-01-01') } })
    await test.database.upload.updateMany({
      where: { fileName: 'orders.csv' },
      data: { createdAt: new Date('2025-06-01') },
    })
    await test.database.upload.updateMany({
      where: { fileName: { not: 'orders.csv' } },
      data: { createdAt: new Date('2026-06-01') },
    })
    await addSegmentation('old', '2025-06-01', 'completed')
    await addSegmentation('at work', '2025-06-01', 'running')
    await addSegmentation('new', '2026-01-01', 'completed')
  })
  afterAll(() => test.close())

  it('is set by owners alone, who see what would go', async () => {
    const { owner } = test
    const forbidden = { code: 'forbidden' }
    for (const role of ['analyst', 'viewer'] as const) {
      await expect(service.saveRetention({ ...owner, role }, retention)).rejects.toMatchObject(forbidden)
      await expect(service.previewRetention({ ...owner, role }, {})).rejects.toMatchObject(forbidden)
    }
    const counts = {
      customers: 1,
      orders: 2,
      reviews: 1,
      interactions: 1,
      results: 1,
      uploads: 2,
      receipts: 0,
    }
    expect(await service.previewRetention(owner, retention, at)).toEqual(counts)
    expect(await service.previewRetention(owner, { orders: null }, at)).toEqual({})
    await service.saveRetention(owner, retention)
    expect(await service.getRetention(owner)).toEqual(retention)
  })

  it('is applied once a day, whoever asks, where a workspace has one', async () => {
    const { database, dataDir, owner } = test
    const { workspaceId } = owner
    const exported = {
      workspaceId,
      segmentName: 'All',
      format: 'platform',
      columns: [],
      outcome: 'completed',
    }
    const { id: exportId } = await database.export.create({
      data: { ...exported, createdAt: new Date('2025-01-01') },
    })
    const receipt = startReceipt(dataDir, exportId)
    await receipt.add(['00'.repeat(16)])
    await receipt.close()
    const version = await database.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    const queued = await Promise.all([enqueueRetention(database, at), enqueueRetention(database, at)])
    expect(queued.sort()).toEqual([0, 1])
    expect(await test.runJob()).toMatchObject({ error: null, phases: ['finding', 'erasing', 'writing'] })
    expect(await enqueueRetention(database, at)).toBe(0)

    expect(await keys('orders', 'order_id')).toEqual(['edge', 'moved'])
    expect(await keys('customers', 'customer_id')).toEqual(['signedUp', 'stays', 'undated'])
    expect(await keys('reviews', 'review_id')).toEqual(['r2', 'r3'])
    expect(await keys('interactions', 'product_id')).toEqual(['Q'])
    const [event] = await database.auditEvent.findMany({ where: { action: 'retention.apply' } })
    const counts = { customers: 1, orders: 3, reviews: 1, interactions: 1, results: 1, uploads: 2 }
    expect(event).toMatchObject({ rows: 9, actorId: null, details: { counts } })
    const left = await database.segmentation.findMany({ orderBy: { name: 'asc' } })
    expect(left.map(({ name }) => name)).toEqual(['at work', 'new'])
    expect(['old', 'new'].map((name) => existsSync(join(dataDir, `warehouse/${name}.parquet`)))).toEqual([
      false,
      true,
    ])
    const now = await database.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    expect(now.dataVersion).toBe(version.dataVersion + 1)
    const uploads = await database.upload.findMany()
    for (const { id, fileName, removedAt } of uploads) {
      const old = fileName === 'orders.csv'
      expect([fileName, existsSync(join(dataDir, `uploads/${id}.csv`)), removedAt !== null]).toEqual([
        fileName,
        !old,
        old,
      ])
    }
    expect(existsSync(join(dataDir, `exports/${exportId}`))).toBe(false)
  })

  it('takes nothing more on a day on which nothing is due', async () => {
    const { database } = test
    const next = new Date('2026-07-01T12:00:00Z')
    const before = await database.batch.findMany({ select: { file: true }, orderBy: { file: 'asc' } })
    expect(await enqueueRetention(database, next)).toBe(1)
    await test.runJob()
    const after = await database.batch.findMany({ select: { file: true }, orderBy: { file: 'asc' } })
    expect(after).toEqual(before)
    expect(await database.auditEvent.count({ where: { action: 'retention.apply' } })).toBe(1)
  })
})
