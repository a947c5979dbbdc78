import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tableImport } from '@/lib/privacy/erasure.fixture'
import { eraseCustomer } from '@/lib/privacy/erasure-service'
import { listBatches } from '@/lib/server/batches'
import { testProviders } from '@/lib/tooling/test-databases'
import { datasetTables } from '@/lib/warehouse/dataset'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { summariseOrders } from './overview'
import { sumOrders } from './queries-overview'
import { getDataOverview } from './service'

describe.each(testProviders)('the orders at a glance on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  beforeEach(() => test.clear())
  afterAll(() => test.close())

  const line = (order_id: string, customer_id: string, ordered_at: string, amount: string) => ({
    ...{ order_id, customer_id, ordered_at, quantity: '1', amount },
  })
  const add = async (mode: 'replace' | 'update', ...lines: Record<string, string>[]) => {
    const { text, mapping } = tableImport('orders', lines, mode)
    return test.importText(text, mapping)
  }
  const first = () =>
    add(
      'replace',
      line('A', 'K1', '2024-01-05', '20'),
      line('B', 'K2', '2024-01-06', '5.5'),
      line('C', 'K1', '2024-02-07', '4'),
    )
  const overview = async () => (await getDataOverview(test.owner)).orders
  const compute = async () => {
    const batches = await listBatches(test.database, test.owner.workspaceId)
    return sumOrders(test.warehouse, datasetTables(test.dataDir, batches))
  }

  it('are stored with an import, and not summed anew where it is all there is', async () => {
    await first()
    const batch = await test.database.batch.findFirstOrThrow({ where: { visible: true } })
    expect(batch.sums).toEqual(await compute())
    const stored = (batch.sums as { sales: string }[]).map((sums) => ({ ...sums, sales: '999.00' }))
    await test.database.batch.update({ where: { id: batch.id }, data: { sums: stored } })
    expect(await overview()).toMatchObject({ sales: 999, purchases: 3, customers: 2 })
  })

  it('are summed when somebody looks where an import of before stored no sums', async () => {
    await first()
    const { sums: _, ...batch } = await test.database.batch.findFirstOrThrow({ where: { visible: true } })
    await test.database.batch.delete({ where: { id: batch.id } })
    await test.database.batch.create({ data: { ...batch, overlaps: [] } })
    expect(await overview()).toMatchObject({ sales: 29.5, purchases: 3, customers: 2 })
  })

  it('count an order once that a later import changes', async () => {
    await first()
    await add('update', line('B', 'K2', '2024-01-06', '7.5'), line('D', 'K3', '2024-04-01', '1'))
    expect(await overview()).toMatchObject({
      sales: 32.5,
      purchases: 4,
      customers: 3,
      lastDate: '2024-04-01',
    })
    expect(await overview()).toEqual(summariseOrders(await compute()))
  })

  it('are those of the file that replaces all others', async () => {
    await first()
    await add('replace', line('E', 'K9', '2025-01-06', '7.25'))
    expect(await overview()).toMatchObject({ sales: 7.25, purchases: 1, customers: 1 })
    expect(await overview()).toEqual(summariseOrders(await compute()))
  })

  it('count someone who is named by id and by e-mail address once', async () => {
    await add('replace', line('A', 'K1', '2024-01-05', '20'), line('B', 'k1@example.com', '2024-01-06', '5'))
    const customer = [{ customer_id: 'K1', email: 'k1@example.com' }]
    const { text, mapping } = tableImport('customers', customer)
    await test.importText(text, mapping)
    expect(await overview()).toMatchObject({ sales: 25, purchases: 2, customers: 1 })
  })

  it('no longer hold someone who was erased', async () => {
    await first()
    await eraseCustomer(test.owner, 'K1')
    while ((await test.database.job.count({ where: { status: 'queued' } })) > 0) await test.runJob()
    const batch = await test.database.batch.findFirstOrThrow({ where: { visible: true } })
    expect(batch.sums).toEqual(await compute())
    expect(await overview()).toMatchObject({ sales: 5.5, purchases: 1, customers: 1 })
  })
})
