import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { checkImport, confirmImport, discardImport, getImport, undoImport } from '@/lib/data/service'
import { reinspectUpload } from '@/lib/data/upload-service'
import { JobLostError } from '@/lib/jobs/queue'
import { createRecommender, getPreview } from '@/lib/recommendations/service'
import { createRecommenderSchema } from '@/lib/recommendations/settings-schema'
import { defaultWeights } from '@/lib/recommending/weights'
import { createSegmentation, getSegmentation } from '@/lib/segments/service'
import { ensureSnapshot } from '@/lib/segments/snapshot-service'
import { testProviders } from '@/lib/tooling/test-databases'
import { queryRows } from '@/lib/warehouse/duckdb'
import { tableNames } from '@/lib/warehouse/tables'
import { downloadHeld, getHeld } from './access-service'
import { findPlanted, planted, tableImport } from './erasure.fixture'
import { resumeErasures } from './erasure-finish'
import type { ErasurePayload } from './erasure-job'
import { runErasure } from './erasure-run'
import * as service from './erasure-service'
import { startReceipt } from './export-receipt'
import { digestPerson, readDigestKey } from './person-digest'

const id = 'ZQ-PERSON-771'
const email = 'Zelda.Quux@Planted-Mail.com'
const phone = '+49 170 5550199'
const day = (n: number) =>
  `2024-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
const others = Array.from({ length: 60 }, (_, n) => `K${String(n).padStart(3, '0')}`)

describe.each(testProviders)('the erasure of a person on %s', (provider) => {
  let test: TestWorkspace
  let uploads: { theirs: string; products: string }
  let undone: string
  let segmentationId: string
  let recommenderId: string
  let exportId: string

  const add = async (table: Parameters<typeof tableImport>[0], rows: Record<string, string>[]) => {
    const { text, mapping } = tableImport(table, rows)
    return test.importText(text, mapping, `${table}.csv`)
  }
  const runAll = async () => {
    const { database } = test
    while ((await database.job.count({ where: { status: 'queued' } })) > 0) {
      const { error } = await test.runJob()
      if (error) throw new Error(`A job failed: ${error.code}`)
    }
  }
  const order = (order_id: string, customer_id: string, at: string, more: Record<string, string> = {}) => ({
    ...{ order_id, customer_id, ordered_at: at, product_id: `P${order_id.length % 4}`, quantity: '1' },
    ...{ amount: '10', channel: 'web', ...more },
  })
  const theirCustomer = {
    ...{
      customer_id: id,
      email,
      phone,
      first_name: 'Zeldaquux',
      last_name: 'Plantedname',
      city: 'Quuxville',
    },
    ...{ 'Own tier': 'ZQTIER9', 'Own nickname': 'ZQNICK5' },
  }
  const theirOrders = [
    order('ZQORD1', id, '2024-03-01', { channel: 'ZQCHANNEL' }),
    order('ZQORD1', id, '2024-03-01', { product_id: 'P2' }),
    order('ZQORD2', id, '2024-09-01', { product_id: 'P1' }),
  ]

  async function fill(): Promise<void> {
    await add('customers', [
      { customer_id: id, email: 'ZELDA.quux@planted-mail.com', city: 'Oldquuxtown' },
      { customer_id: 'K001', email: 'one@example.com', city: 'Bern' },
    ])
    const customers = await add('customers', [
      theirCustomer,
      ...others.map((customer_id, n) => ({
        ...{ customer_id, email: `${customer_id}@example.com`, first_name: `First${n}`, city: 'Bern' },
        ...{ 'Own tier': n % 2 ? 'gold' : 'silver' },
      })),
    ])
    const products = await add(
      'products',
      ['P0', 'P1', 'P2', 'P3'].map((product_id) => ({
        product_id,
        title: `Product ${product_id}`,
        category: 'Tea',
      })),
    )
    uploads = { theirs: customers.uploadId, products: products.uploadId }
    const orders = others.flatMap((customer, n) =>
      [0, 1, 2].map((k) => order(`${'O'.repeat(1 + (k % 3))}${n}`, customer, day(n * 3 + k * 4))),
    )
    await add('orders', [...orders, ...theirOrders])
    await add('orders', [order('ZQORD4', 'ZELDA.QUUX@planted-mail.com', '2024-10-01')])
    // the newer text of their review comes without a name
    await add('reviews', [
      {
        review_id: 'ZQREVIEW',
        customer_id: id,
        product_id: 'P1',
        rating: '5',
        title: 'zqtitle',
        text: 'zqoldtext',
      },
      { review_id: 'R1', customer_id: 'K001', product_id: 'P1', rating: '4', title: 'fine', text: 'good' },
    ])
    await add('reviews', [
      { review_id: 'ZQREVIEW', product_id: 'P1', rating: '5', text: 'zqlovely text' },
      { review_id: 'R2', product_id: 'P1', rating: '3', text: 'ok' },
    ])
    const seen = { product_id: 'P1', occurred_at: '2024-05-01' }
    await add('interactions', [
      { ...seen, customer_id: id, event: 'ZQEVENT' },
      { ...seen, customer_id: 'K002', event: 'view' },
    ])
    await add('campaigns', [
      { campaign: 'ZQCAMPAIGN', customer_id: id, sent_at: '2024-05-01', variant: 'ZQVARIANT' },
      { campaign: 'Spring', customer_id: 'K002', sent_at: '2024-05-01', variant: 'A' },
    ])
    await add('links', [
      { from_id: 'K003', to_id: id, kind: 'ZQKIND' },
      { from_id: 'K003', to_id: 'K004', kind: 'follows' },
    ])
    // a rejected row of theirs, an import that is undone, a check that nobody confirmed
    await add('orders', [
      { ...order('ZQBAD', id, 'ZQBADDATE'), 'Own note': 'ZQNOTE8' },
      order('LATE1', 'K005', '2024-11-01'),
    ])
    undone = (await add('orders', [order('ZQUNDONE', id, '2024-11-02'), order('U1', 'K006', '2024-11-02')]))
      .id
    await undoImport(test.owner, undone)
    const check = tableImport('orders', [
      order('ZQORD3', id, '2024-11-03'),
      order('C1', 'K007', '2024-11-03'),
    ])
    await test.checkText(check.text, check.mapping, 'check.csv')
  }

  async function compute(): Promise<void> {
    const kmeans = { kind: 'kmeans' as const, name: 'Run', k: 2, preparation: {}, similarTo: null }
    const features = ['recency', 'frequency', 'monetary']
    const run = await createSegmentation(test.owner, { ...kmeans, features, asOf: '2024-12-31' })
    segmentationId = run.segmentationId
    await ensureSnapshot(test.owner, '2024-12-31')
    const settings = createRecommenderSchema.parse({
      ...{ name: 'All', asOf: '2024-12-31', strategy: 'user', weights: defaultWeights, rules: {} },
    })
    recommenderId = (await createRecommender(test.owner, settings)).recommenderId
    await runAll()
    const { workspaceId } = test.owner
    const exported = await test.database.export.create({
      data: {
        workspaceId,
        segmentationId,
        segmentName: 'Run 1',
        format: 'spreadsheet',
        columns: [],
        outcome: 'completed',
      },
    })
    exportId = exported.id
    const receipt = startReceipt(test.dataDir, exportId)
    const key = await readDigestKey(test.dataDir, workspaceId, 'export')
    await receipt.add(['K001', id].map((one) => digestPerson(key, 'customer_id', one)))
    await receipt.close()
  }

  /** All rows that are not theirs. */
  async function readOthers() {
    const rows = await Promise.all(
      tableNames.map((table) => test.select(`SELECT ${table}::VARCHAR AS row FROM ${table} ORDER BY 1`)),
    )
    const theirs = (row: unknown) =>
      planted.some((value) => String(row).toLowerCase().includes(value.toLowerCase()))
    return rows.map((table) => table.map(({ row }) => row).filter((row) => !theirs(row)))
  }

  beforeAll(async () => {
    test = await openTestWorkspace(provider)
    await fill()
    await compute()
  })
  afterAll(() => test.close())

  it('is preceded by all that is held on them, as a page and as JSON', async () => {
    const { owner, stranger } = test
    const analyst = { ...owner, role: 'analyst' as const }
    const held = await getHeld(analyst, id)
    const said = (field: string) =>
      held.values.filter((one) => one.field === field).map((one) => [one.value, one.current])
    expect(said('city')).toEqual([
      ['Quuxville', true],
      ['Oldquuxtown', false],
    ])
    expect(held.values.find(({ value }) => value === 'ZQTIER9')).toMatchObject({
      field: 'Own tier',
      attribute: true,
      source: { fileName: 'customers.csv', state: 'counts' },
    })
    expect(held.counts).toEqual({ orders: 6, reviews: 2, interactions: 1, campaigns: 1, links: 1 })
    const states = held.records.orders?.map(({ values, source }) => [values.order_id, source.state])
    expect(states).toContainEqual(['ZQUNDONE', 'undone'])
    expect(states).toContainEqual(['ZQORD3', 'unconfirmed'])
    expect(held.memberships).toMatchObject([{ segmentationId, run: 'Run' }])
    expect(held.recommendations).toMatchObject([{ recommenderId }])
    expect(held.exports).toMatchObject([{ id: exportId }])
    const text = await (await downloadHeld(analyst, id)).text()
    expect(JSON.parse(text).records.reviews).toHaveLength(2)
    // what was rejected is no record: it stands in the file that was uploaded
    const rejected = ['ZQBADDATE', 'ZQNOTE8']
    expect(planted.filter((value) => !text.toLowerCase().includes(value.toLowerCase()))).toEqual(rejected)
    expect(await test.database.auditEvent.count({ where: { action: 'person.access' } })).toBe(2)
    await expect(getHeld({ ...owner, role: 'viewer' }, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getHeld(stranger, id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(downloadHeld(stranger, id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('leaves nothing of them, says what went, and leaves the others as they were', async () => {
    const { database, dataDir, owner } = test
    expect(new Set((await findPlanted(test)).map((found) => found.split(' in ')[0]))).toEqual(
      new Set(planted),
    )
    const before = await readOthers()
    const counts = { customers: 2, orders: 6, reviews: 2, interactions: 1, campaigns: 1, links: 1 }
    expect(await service.previewErasure(owner, id)).toEqual({
      customerId: id,
      alsoCalled: ['tel:491705550199', 'zelda.quux@planted-mail.com'],
      rows: counts,
      exports: [{ id: exportId, at: expect.any(String), name: 'Run 1', format: 'spreadsheet' }],
      exportsUnknown: 0,
    })
    const removal = await (await service.downloadRemovalFile(owner, id)).text()
    expect(removal.split('\r\n').slice(0, 2)).toEqual([
      '"customer_id","email","phone","email_sha256","phone_sha256"',
      `"${id}","","","",""`,
    ])
    expect(removal).toMatch(/"","zelda.quux@planted-mail.com","","[0-9a-f]{64}",""/)

    const { erasureId } = await service.eraseCustomer(owner, id)
    expect(await test.runJob()).toMatchObject({
      phases: ['finding', 'erasing', 'results', 'originals', 'writing'],
      error: null,
    })
    expect(await findPlanted(test)).toEqual([])
    expect(await readOthers()).toEqual(before)
    const [erasure] = await service.listErasures(owner)
    expect(erasure).toMatchObject({
      id: erasureId,
      state: 'completed',
      createdBy: 'Ada',
      result: { rows: counts, segmentations: 1, recommenders: 1, exports: [{ id: exportId }], leftovers: [] },
    })
    const event = await database.auditEvent.findFirst({ where: { action: 'person.erase' } })
    expect(event).toMatchObject({ objectId: erasureId, rows: 13, details: { rows: counts, exports: 1 } })
    expect(existsSync(join(dataDir, `uploads/${uploads.theirs}.csv`))).toBe(false)
    expect(existsSync(join(dataDir, `uploads/${uploads.products}.csv`))).toBe(true)
  })

  it('leaves segments, recommenders and imports at work', async () => {
    const { owner, database } = test
    const view = await getSegmentation(owner, segmentationId)
    if (view.state !== 'completed') throw new Error(view.state)
    expect(view.customers).toBe(60)
    expect(view.segments.reduce((sum, { size }) => sum + size, 0)).toBe(60)
    expect((await getPreview(owner, recommenderId, 'K003', null)).customerId).toBe('K003')
    await expect(getPreview(owner, recommenderId, id, null)).rejects.toMatchObject({ code: 'notFound' })
    const gone = { code: 'originalRemoved' }
    await expect(reinspectUpload(owner, uploads.theirs, {})).rejects.toMatchObject(gone)
    const mapping = { tables: [], formats: {} }
    await expect(checkImport(owner, { uploadId: uploads.theirs, mapping })).rejects.toMatchObject(gone)
    // the check of before needs its file again, and that is gone
    const checked = await database.import.findFirstOrThrow({ where: { stage: 'checked' } })
    await confirmImport(owner, checked.id)
    expect((await test.runJob()).error).toEqual({ code: 'originalRemoved', params: {} })
    const last = await database.import.findFirstOrThrow({
      where: { stage: 'imported' },
      orderBy: { createdAt: 'desc' },
    })
    const orders = async () =>
      (await test.select("SELECT count(*) AS n FROM orders WHERE order_id = 'LATE1'"))[0]?.n
    expect(await orders()).toBe(1)
    await undoImport(owner, last.id)
    expect(await orders()).toBe(0)
  })

  it('keeps them out of later imports, by id, e-mail and in rows that cannot be split, without their values', async () => {
    const { dataDir, owner } = test
    const text = [
      'order_id,customer_id,e_mail,ordered_at,quantity,amount',
      `N1,${id},,2024-12-01,1,10`,
      'N2,NEW-ID,ZELDA.quux@Planted-Mail.COM,2024-12-01,1,10',
      'N3,,zelda.quux@planted-mail.com,not a date,1,10',
      `N4,${id},,2024-12-01,1,10,too,many`,
      'N5,K001,,2024-12-01,1,10',
      'N6,K001,,not a date,1,10',
    ].join('\n')
    const columns = { order_id: 0, customer_id: 1, email: 2, ordered_at: 3, quantity: 4, amount: 5 }
    const table = { table: 'orders' as const, mode: 'update' as const, columns }
    const imported = await test.importText(text, () => ({ tables: [table], formats: {} }))
    expect(imported).toMatchObject({
      rowsRead: 6,
      rowsCreated: 1,
      rowsUpdated: 0,
      rowsUnchanged: 0,
      rowsRejected: 5,
    })
    expect(
      imported.report?.rejected.map(({ reason, rows, firstValue }) => [reason, rows, firstValue]),
    ).toEqual([
      ['erased', 4, ''],
      ['date', 1, 'not a date'],
    ])
    const rejects = await readFile(join(dataDir, `rejects/${imported.id}.csv`), 'utf8')
    expect(rejects).not.toMatch(/zelda|ZQ-PERSON|N[1-4]/i)
    expect(rejects).toMatch(/"2","","","This person asked to be erased/)
    // order lines alone are read in one go
    const plain = tableImport('orders', [order('N7', id, '2024-12-02'), order('N8', 'K001', '2024-12-02')])
    expect(await test.importText(plain.text, plain.mapping)).toMatchObject({
      rowsCreated: 1,
      rowsRejected: 1,
    })
    const named = await test.select(
      "SELECT count(*) AS n FROM orders WHERE order_id IN ('N1', 'N2', 'N3', 'N4', 'N7')",
    )
    expect(named).toEqual([{ n: 0 }])
    expect((await getImport(owner, imported.id)).report?.rejected).toHaveLength(2)
    // the file itself goes once it is imported, and what was seen in it
    const uploads = await test.database.upload.findMany({ where: { imports: { some: { id: imported.id } } } })
    expect(uploads).toMatchObject([{ removedAt: expect.any(Date), inspection: {} }])
    expect(await readdir(join(dataDir, 'uploads'))).not.toContain(`${uploads[0]?.id}.csv`)
    // and so does that of a check which is discarded
    const before = await readdir(join(dataDir, 'uploads'))
    const checked = await test.checkText(plain.text, plain.mapping)
    expect(await readdir(join(dataDir, 'uploads'))).toHaveLength(before.length + 1)
    await discardImport(owner, checked.id)
    expect(await readdir(join(dataDir, 'uploads'))).toEqual(before)
  })

  it('is applied again after a restore of an older back-up', async () => {
    const { database, dataDir } = test
    const workspaceId = test.owner.workspaceId
    const [erasure] = await database.erasure.findMany()
    await database.erasure.deleteMany()
    // as if the back-up had been taken before
    await add('customers', [theirCustomer])
    expect(await test.select(`SELECT email FROM customers WHERE customer_id = '${id}'`)).toEqual([{ email }])
    expect(
      await Promise.all([resumeErasures(database, dataDir), resumeErasures(database, dataDir)]),
    ).toContain(1)
    expect(await database.job.count({ where: { kind: 'erasure', status: 'queued' } })).toBe(1)
    await runAll()
    expect(await test.select(`SELECT email FROM customers WHERE customer_id = '${id}'`)).toEqual([])
    expect(await database.erasure.findFirst({ where: { workspaceId } })).toMatchObject({ id: erasure?.id })
    expect(await resumeErasures(database, dataDir)).toBe(0)
    expect((await findPlanted(test)).filter((place) => place.includes('/warehouse/'))).toEqual([])
  })

  it('lets them in again once it is lifted', async () => {
    const { database, dataDir, owner, stranger } = test
    const [erasure] = await service.listErasures(owner)
    const erasureId = erasure?.id ?? ''
    await expect(service.liftErasure(stranger, erasureId)).rejects.toMatchObject({ code: 'notFound' })
    for (const role of ['viewer', 'analyst'] as const) {
      const forbidden = { code: 'forbidden' }
      await expect(service.liftErasure({ ...owner, role }, erasureId)).rejects.toMatchObject(forbidden)
      await expect(service.eraseCustomer({ ...owner, role }, 'K001')).rejects.toMatchObject(forbidden)
      await expect(service.previewErasure({ ...owner, role }, 'K001')).rejects.toMatchObject(forbidden)
    }
    await service.liftErasure(owner, erasureId)
    const { rowsCreated, rowsRejected } = await add('customers', [theirCustomer])
    expect([rowsCreated, rowsRejected]).toEqual([1, 0])
    expect(await database.auditEvent.count({ where: { action: 'person.liftErasure' } })).toBe(1)
    await database.erasure.updateMany({ data: { liftedAt: null } })
    await resumeErasures(database, dataDir)
    expect((await service.listErasures(owner))[0]?.liftedAt).not.toBeNull()
  })

  it('loses nothing when it breaks before its commit, and completes when it runs again', async () => {
    const { database, dataDir, owner } = test
    const before = await readOthers()
    const files = async () => (await readdir(join(dataDir, 'warehouse'))).sort()
    const there = await files()
    const { erasureId, jobId } = await service.eraseCustomer(owner, 'K002')
    const broken = runErasure({
      ...{ jobId, workspaceId: owner.workspaceId, database, dataDir, progress: () => {} },
      payload: { erasureId, after: [] } satisfies ErasurePayload,
      commit: () => Promise.reject(new JobLostError()),
    })
    await expect(broken).rejects.toThrow(JobLostError)
    expect(await readOthers()).toEqual(before)
    expect(await files()).toEqual(there)
    await runAll()
    expect(await test.select("SELECT count(*) AS n FROM orders WHERE customer_id = 'K002'")).toEqual([
      { n: 0 },
    ])
    // a crash right after the commit: the files are still to be deleted
    const [row] = await database.erasure.findMany({ where: { id: erasureId } })
    const left = 'warehouse/left.parquet'
    await database.erasure.update({
      where: { id: erasureId },
      data: { result: { ...(row?.result as object), leftovers: [left] } },
    })
    await rm(join(dataDir, left), { force: true })
    await resumeErasures(database, dataDir)
    expect((await service.listErasures(owner))[0]?.result?.leftovers).toEqual([])
  })

  it('begins anew when the data change meanwhile', async () => {
    const { database, dataDir, owner } = test
    const { erasureId, jobId } = await service.eraseCustomer(owner, 'K003')
    await database.job.update({ where: { id: jobId }, data: { status: 'cancelled' } })
    const late = tableImport('orders', [order('LATE3', 'K004', '2024-12-05')])
    let commits = 0
    await runErasure({
      ...{ jobId, workspaceId: owner.workspaceId, database, dataDir, progress: () => {} },
      payload: { erasureId, after: [] } satisfies ErasurePayload,
      commit: async (write) => {
        if (commits++ === 0) await test.importText(late.text, late.mapping)
        await database.$transaction((transaction) => write(transaction))
      },
    })
    expect(commits).toBe(2)
    const rows = "SELECT order_id FROM orders WHERE order_id = 'LATE3' OR customer_id = 'K003'"
    expect(await test.select(rows)).toEqual([{ order_id: 'LATE3' }])
  })

  it('looks again at what other workers were computing meanwhile', async () => {
    const { database, dataDir, owner, warehouse } = test
    const { workspaceId } = owner
    const fileOf = async () =>
      (await database.segmentation.findUniqueOrThrow({ where: { id: segmentationId } })).file ?? ''
    const count = async (file: string) =>
      queryRows(
        warehouse,
        `SELECT count(*) AS n FROM read_parquet('${dataDir}/warehouse/${file}') WHERE customer_id = 'K005'`,
      )
    await copyFile(join(dataDir, 'warehouse', await fileOf()), join(dataDir, 'warehouse/late.parquet'))
    const running = await database.job.create({
      data: { workspaceId, kind: 'segmentation', payload: {}, status: 'running' },
    })
    await service.eraseCustomer(owner, 'K005')
    await test.runJob()
    expect(await count(await fileOf())).toEqual([{ n: 0 }])
    await database.segmentation.update({ where: { id: segmentationId }, data: { file: 'late.parquet' } })
    expect(await count('late.parquet')).toEqual([{ n: 1 }])
    await database.job.update({ where: { id: running.id }, data: { status: 'completed' } })
    await runAll()
    expect(await count(await fileOf())).toEqual([{ n: 0 }])
    expect(existsSync(join(dataDir, 'warehouse/late.parquet'))).toBe(false)
    expect((await service.listErasures(owner))[0]?.result?.segmentations).toBe(2)
  })
})
