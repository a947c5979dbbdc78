import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { checkImport } from './service'
import { openPacking, type Packing } from './unpack/unpack.fixture'
import { getInspection } from './upload-service'

const customers = 'customer_id,email\n7,a@x.de\n'

describe.each(testProviders)('archives on %s', (provider) => {
  let test: TestWorkspace
  let packing: Packing
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
    packing = await openPacking()
  })
  afterAll(() => Promise.all([test.close(), packing.close()]))

  async function look(members: Record<string, string>) {
    const bytes = await readFile(await packing.zip(members))
    const { uploadId } = await test.upload(bytes, 'shop.zip')
    await test.runJob().catch(() => {})
    return getInspection(test.owner, uploadId)
  }

  it('says what of an archive with several tables is not read', async () => {
    const found = await look({
      'customers.csv': customers,
      'orders.csv': 'order_id,date,customer_id,amount\n1,2024-01-02,7,5\n',
      'b.png': 'x',
      'a.png': 'x',
      'stock.xlsx': 'PK',
      '__MACOSX/._orders.csv': 'x',
    })
    expect(found).toMatchObject({ state: 'completed', result: null })
    expect(found.parts.map(({ fileName }) => fileName)).toEqual([
      'shop.zip › customers.csv',
      'shop.zip › orders.csv',
    ])
    expect(found.skipped).toEqual([
      { reason: 'workbook', count: 1, names: ['stock.xlsx'] },
      { reason: 'otherKind', count: 2, names: ['b.png', 'a.png'] },
      { reason: 'system', count: 1, names: ['__MACOSX/._orders.csv'] },
    ])
    const mapping = { tables: [], formats: {} }
    await expect(checkImport(test.owner, { uploadId: found.uploadId, mapping })).rejects.toMatchObject({
      code: 'notInspected',
    })
    const [part] = found.parts
    expect((await getInspection(test.owner, part?.uploadId ?? '')).skipped).toEqual([])
    await test.clear()
  })

  it('says so beside the only table too, and keeps no more than some names', async () => {
    const pictures = Array.from({ length: 50 }, (_, n) => [`pictures/${'x'.repeat(300)}${n}.jpg`, 'x'])
    const found = await look({ 'customers.csv': customers, ...Object.fromEntries(pictures) })
    expect(found.result?.guess.tables[0]?.table).toBe('customers')
    const [group] = found.skipped
    expect(group).toMatchObject({ reason: 'otherKind', count: 50 })
    expect(group?.names.map(({ length }) => length)).toEqual(Array(20).fill(200))
    await test.clear()
  })

  it('still says what is in an archive without any table', async () => {
    const found = await look({ 'stock.xlsx': 'PK', 'empty.csv': '\n' })
    expect(found).toMatchObject({
      state: 'failed',
      error: { code: 'archiveEmpty', params: { name: 'shop.zip', skipped: 2 } },
      result: null,
      skipped: [
        { reason: 'workbook', count: 1, names: ['stock.xlsx'] },
        { reason: 'empty', count: 1, names: ['empty.csv'] },
      ],
    })
    await test.clear()
  })

  it('says nothing of a file that is not packed', async () => {
    const { uploadId } = await test.upload(customers)
    await test.inspect(uploadId)
    expect((await getInspection(test.owner, uploadId)).skipped).toEqual([])
    await test.clear()
  })
})
