import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import { receiptHolds } from '@/lib/privacy/export-receipt'
import { digestPerson, readDigestKey } from '@/lib/privacy/person-digest'
import type { Member } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import { type ExportOptions, type ExportRequest, exportRequestSchema } from './export-schema'
import { downloadExport, getExportCounts, listExports, prepareExport } from './export-service'
import { publishThreeKinds } from './kinds.fixture'
import type { SegmentationView } from './schema'
import { openTestBrand, type TestBrand } from './segments.fixture'
import { deleteSegmentation } from './service'

describe.each(testProviders)('exports on %s', (provider) => {
  let test: TestBrand
  let view: SegmentationView
  let request: ExportRequest
  beforeAll(async () => {
    test = await openTestBrand(provider)
    await publishThreeKinds(test)
    view = await test.segment()
    request = {
      segmentId: view.segments[0]!.id,
      segmentName: '=Einmal “Käufer”',
      onlyConsented: false,
      format: 'spreadsheet',
      columns: ['customer_id', 'email', 'first_name', 'segment', 'revenue', 'last_purchase'],
      purpose: { kind: 'analysis', note: 'the spring review' },
    }
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.database.export.deleteMany()
    await test.database.auditEvent.deleteMany()
  })

  const prepare = (member: Member, change: Partial<ExportRequest> = {}) =>
    prepareExport(member, exportRequestSchema.parse({ ...request, ...change }))
  const count = (change: Partial<ExportOptions> = {}, member: Member = test.analyst) =>
    getExportCounts(member, request.segmentId, {
      ...{ format: 'spreadsheet', columns: ['customer_id'], onlyConsented: true, pseudonymised: false },
      ...change,
    })

  async function download(change: Partial<ExportRequest> = {}, member: Member = test.analyst) {
    const { exportId, url } = await prepare(member, change)
    expect(url).toBe(`/api/exports/${exportId}/download`)
    const response = await downloadExport(member, exportId)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const [header, ...records] = parseRecords(text.replace(/^\uFEFF/, ''), ',')
    return { exportId, response, text, header, records }
  }

  it('gives a spreadsheet everybody, marked and harmless', async () => {
    const { response, text, header, records } = await download()
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''%3DEinmal%20`)
    expect(text.startsWith('\uFEFF"customer_id","email"')).toBe(true)
    expect(text.endsWith('"\r\n')).toBe(true)
    expect(header).toEqual(request.columns)
    expect(records).toHaveLength(150)
    expect(records[12]).toEqual([
      'K012',
      'Person12@Example.COM',
      'First12',
      "'=Einmal “Käufer”",
      '22.00',
      '2023-06-18',
    ])
    expect(records[8]![2]).toBe('李')
  })

  it('gives a platform plain addresses, and nobody it could not find', async () => {
    const platform: Partial<ExportRequest> = { format: 'platform', confirmed: ['withoutConsent'] }
    const { text, records } = await download({ ...platform, columns: ['email', 'segment'] })
    expect(text.startsWith('"email"') || text.startsWith('email')).toBe(true)
    expect(records).toHaveLength(135)
    expect(records[0]).toEqual(['person0@example.com', '=Einmal “Käufer”'])
    const { records: reachable } = await download({ ...platform, columns: ['email', 'phone'] })
    expect(reachable.every(([email, phone]) => email !== '' || phone !== '')).toBe(true)
    expect(reachable).toHaveLength(143)
    expect((await listExports(test.analyst)).map(({ rows, leftOut }) => [rows, leftOut])).toEqual([
      [143, { withoutConsent: 0, withoutIdentifier: 7 }],
      [135, { withoutConsent: 0, withoutIdentifier: 15 }],
    ])
  })

  it('gives Meta hashes of what it compares', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const { header, records } = await download({
      ...{ format: 'meta', columns: ['email', 'first_name', 'country'], confirmed: ['withoutConsent'] },
    })
    expect(header).toEqual(['email', 'fn', 'country'])
    expect(records).toHaveLength(135)
    expect(records[0]).toEqual([sha256('person0@example.com'), sha256('first0'), sha256('de')])
  })

  it('leaves out who did not consent, and says so to the person', async () => {
    expect(await count()).toEqual({
      ...{ people: 150, exported: 50, consented: 50, anonymity: null, smallGroup: 10 },
      leftOut: { withoutConsent: 100, withoutIdentifier: 0 },
    })
    const { onlyConsented: _, ...silent } = request
    const chosen = exportRequestSchema.parse({ ...silent, columns: ['customer_id', 'consent'] })
    expect(chosen.onlyConsented).toBe(true)
    const { records } = await download(chosen)
    expect(records).toHaveLength(50)
    expect(new Set(records.map(([, consent]) => consent))).toEqual(new Set(['yes']))
    const { records: everybody } = await download({ columns: ['consent'] })
    expect(new Set(everybody.flat())).toEqual(new Set(['yes', 'no', '']))

    // Of those who consented, every tenth has no address.
    const options = { format: 'platform', columns: ['email'], onlyConsented: true } as const
    const leftOut = { withoutConsent: 100, withoutIdentifier: 5 }
    expect(await count({ ...options, columns: ['email'] })).toMatchObject({ exported: 45, leftOut })
    const { exportId } = await download({ ...options, columns: ['email'] })
    expect((await listExports(test.analyst)).find(({ id }) => id === exportId)).toMatchObject({
      ...{ rows: 45, leftOut },
    })
  })

  it('asks twice before marketing to people who did not consent', async () => {
    const unconfirmed = { code: 'exportUnconfirmed' }
    const newsletter = { purpose: { kind: 'newsletter' } } as const
    await expect(prepare(test.analyst, newsletter)).rejects.toMatchObject(unconfirmed)
    await expect(prepare(test.analyst, { format: 'platform' })).rejects.toMatchObject(unconfirmed)
    await prepare(test.analyst, { ...newsletter, confirmed: ['withoutConsent'] })
    await prepare(test.analyst, { ...newsletter, onlyConsented: true })
    expect(await test.database.export.count()).toBe(2)
  })

  it('asks twice where few people are in it', async () => {
    const few = { onlyConsented: true, purpose: { kind: 'advertising' } } as const
    const unconfirmed = { code: 'exportUnconfirmed' }
    await expect(prepare(test.analyst, few)).rejects.toMatchObject(unconfirmed)
    await prepare(test.analyst, { ...few, confirmed: ['fewForPlatform'] })
    const where = { id: test.analyst.workspaceId }
    await test.database.workspace.update({ where, data: { smallGroup: 151 } })
    await expect(prepare(test.analyst)).rejects.toMatchObject(unconfirmed)
    await prepare(test.analyst, { confirmed: ['smallGroup'] })
    await test.database.workspace.update({ where, data: { smallGroup: 10 } })
  })

  it('wants to know what it is for, and columns that go together', () => {
    const fails = (change: object) => expect(exportRequestSchema.safeParse({ ...request, ...change }).success)
    fails({ purpose: undefined }).toBe(false)
    fails({ purpose: { kind: 'other', note: ' ' } }).toBe(false)
    fails({ purpose: { kind: 'service', note: 'x'.repeat(181) } }).toBe(false)
    fails({ pseudonymised: true }).toBe(false)
    fails({ format: 'meta', columns: ['email', 'revenue'] }).toBe(false)
    fails({ format: 'meta', columns: ['city'] }).toBe(false)
    fails({ format: 'google', columns: ['email'], pseudonymised: true }).toBe(false)
    fails({ columns: ['city', 'city'] }).toBe(false)
    fails({}).toBe(true)
  })

  it('replaces ids by pseudonyms of the workspace, whose order tells nothing', async () => {
    const change = { pseudonymised: true, columns: ['customer_id', 'city'] } as const
    const { exportId, header, records } = await download({ ...change, columns: [...change.columns] })
    const { records: again } = await download({ pseudonymised: true, columns: ['customer_id', 'city'] })
    expect(header).toEqual(['pseudonym', 'city'])
    expect(again).toEqual(records)
    const ids = Array.from({ length: 150 }, (_, n) => `K${String(n).padStart(3, '0')}`)
    const pseudonyms = async (workspaceId: string) => {
      const key = await readDigestKey(test.dataDir, workspaceId, 'pseudonym')
      return ids.map((id) => digestPerson(key, 'customer_id', id)).sort()
    }
    const written = records.map(([pseudonym]) => pseudonym!)
    expect(written).toEqual(await pseudonyms(test.analyst.workspaceId))
    expect((await pseudonyms(test.stranger.workspaceId)).some((one) => written.includes(one))).toBe(false)
    expect(await holds(exportId, 'K012')).toBe(true)
    expect(await test.database.export.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({
      pseudonymised: true,
    })
  })

  it.each([
    [['city', 'purchases']],
    [['city', 'last_purchase', 'email']],
    [['revenue', 'last_purchase', 'city', 'segment']],
  ] as const)('tells of %j how alike the people are', async (chosen) => {
    const columns = [...chosen]
    const { records, exportId } = await download({ columns })
    const groups = new Map<string, number>()
    for (const record of records) {
      const key = JSON.stringify(record.filter((_, index) => columns[index] !== 'email'))
      groups.set(key, (groups.get(key) ?? 0) + 1)
    }
    const small = [...groups.values()].filter((size) => size < 10)
    const anonymity = {
      k: Math.min(...groups.values()),
      inSmallGroups: small.reduce((sum, size) => sum + size, 0),
    }
    expect(await count({ columns, onlyConsented: false })).toMatchObject({ anonymity })
    expect(await test.database.auditEvent.findFirstOrThrow({ where: { objectId: exportId } })).toMatchObject({
      details: { k: anonymity.k },
    })
  })

  async function holds(exportId: string, customerId: string) {
    const key = await readDigestKey(test.dataDir, test.analyst.workspaceId, 'export')
    return receiptHolds(test.dataDir, exportId, digestPerson(key, 'customer_id', customerId))
  }

  it('knows later who was in it', async () => {
    const { exportId } = await download({ onlyConsented: true })
    expect(await Promise.all(['K000', 'K001', 'K147', 'K150'].map((id) => holds(exportId, id)))).toEqual([
      ...[true, false, true, false],
    ])
    const { exportId: prepared } = await prepare(test.analyst)
    expect(await holds(prepared, 'K000')).toBeNull()
  })

  it('writes down what left, when all of it has', async () => {
    await prepare(test.analyst)
    expect(await listExports(test.analyst)).toEqual([])
    const { exportId } = await download()
    expect(await listExports(test.analyst)).toEqual([
      {
        id: exportId,
        createdAt: expect.any(String),
        createdBy: 'The analyst',
        sourceName: 'Spring',
        href: `/segments/${view.id}/${request.segmentId}`,
        segmentName: request.segmentName,
        format: 'spreadsheet',
        columns: request.columns,
        pseudonymised: false,
        purpose: request.purpose,
        rows: 150,
        leftOut: { withoutConsent: 0, withoutIdentifier: 0 },
        outcome: 'completed',
      },
    ])
    expect(await listExports(test.stranger)).toEqual([])
    expect(await test.database.auditEvent.findMany({ where: { action: 'export.download' } })).toMatchObject([
      {
        ...{ objectId: exportId, actorId: test.analyst.userId, rows: 150, outcome: 'completed' },
        details: {
          ...{ what: 'segment', format: 'spreadsheet', columns: request.columns, people: 150, k: 7 },
          ...{ filters: { onlyConsented: false }, purpose: 'analysis: the spring review' },
          ...{ leftOut: { withoutConsent: 0, withoutIdentifier: 0 }, pseudonymised: false },
        },
      },
    ])
  })

  it('says when the reader went away', async () => {
    const { exportId } = await prepare(test.analyst)
    const reader = (await downloadExport(test.analyst, exportId)).body!.getReader()
    await reader.read()
    await reader.cancel()
    expect(await listExports(test.analyst)).toMatchObject([{ id: exportId, outcome: 'interrupted' }])
    const { rows } = (await listExports(test.analyst))[0]!
    expect(rows).toBeLessThan(151)
    expect(await holds(exportId, 'K000')).toBe(rows! > 0)
  })

  it('gives a prepared list once, to the one who asked', async () => {
    const { exportId } = await prepare(test.analyst)
    const notFound = { code: 'notFound' }
    await expect(downloadExport(test.stranger, exportId)).rejects.toMatchObject(notFound)
    await expect(downloadExport({ ...test.viewer, role: 'owner' }, exportId)).rejects.toMatchObject(notFound)
    await (await downloadExport(test.analyst, exportId)).body!.cancel()
    await expect(downloadExport(test.analyst, exportId)).rejects.toMatchObject(notFound)
  })

  it('is not for viewers nor for other workspaces', async () => {
    await expect(prepare(test.viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(count({}, test.viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepare(test.stranger)).rejects.toMatchObject({ code: 'notFound' })
    expect(await test.database.export.count()).toBe(0)
  })

  it('is remembered when its segmentation is gone', async () => {
    const other = await test.segment({ name: 'Summer' })
    await download({ segmentId: other.segments[1]!.id })
    await deleteSegmentation(test.analyst, other.id)
    expect(await listExports(test.analyst)).toMatchObject([{ rows: 100, href: null, sourceName: null }])
  })
})
