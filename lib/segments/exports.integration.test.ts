import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import type { Member } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import { downloadExport, getExportCounts, listExports, prepareExport } from './export-service'
import { publishThreeKinds } from './kinds.fixture'
import type { ExportRequest, SegmentationView } from './schema'
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
    }
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.database.export.deleteMany()
    await test.database.auditEvent.deleteMany()
  })

  async function download(change: Partial<ExportRequest> = {}, member: Member = test.analyst) {
    const { exportId, url } = await prepareExport(member, { ...request, ...change })
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
    const { text, records } = await download({ format: 'platform', columns: ['email', 'segment'] })
    expect(text.startsWith('"email"') || text.startsWith('email')).toBe(true)
    expect(records).toHaveLength(135)
    expect(records[0]).toEqual(['person0@example.com', '=Einmal “Käufer”'])
    const { records: reachable } = await download({ format: 'platform', columns: ['email', 'phone'] })
    expect(reachable.every(([email, phone]) => email !== '' || phone !== '')).toBe(true)
    expect(reachable).toHaveLength(143)
  })

  it('leaves out who did not consent', async () => {
    expect(await getExportCounts(test.analyst, request.segmentId)).toEqual({ people: 150, consented: 50 })
    const { records } = await download({ onlyConsented: true, columns: ['customer_id', 'consent'] })
    expect(records).toHaveLength(50)
    expect(new Set(records.map(([, consent]) => consent))).toEqual(new Set(['yes']))
    const { records: everybody } = await download({ columns: ['consent'] })
    expect(new Set(everybody.flat())).toEqual(new Set(['yes', 'no', '']))
  })

  it('writes down what left, when all of it has', async () => {
    await prepareExport(test.analyst, request)
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
        rows: 150,
        outcome: 'completed',
      },
    ])
    expect(await listExports(test.stranger)).toEqual([])
    expect(await test.database.auditEvent.findMany({ where: { action: 'export.download' } })).toMatchObject([
      { objectId: exportId, actorId: test.analyst.userId, rows: 150, outcome: 'completed' },
    ])
  })

  it('says when the reader went away', async () => {
    const { exportId } = await prepareExport(test.analyst, request)
    const reader = (await downloadExport(test.analyst, exportId)).body!.getReader()
    await reader.read()
    await reader.cancel()
    expect(await listExports(test.analyst)).toMatchObject([{ id: exportId, outcome: 'interrupted' }])
    expect((await listExports(test.analyst))[0]!.rows).toBeLessThan(151)
  })

  it('gives a prepared list once, to the one who asked', async () => {
    const { exportId } = await prepareExport(test.analyst, request)
    const notFound = { code: 'notFound' }
    await expect(downloadExport(test.stranger, exportId)).rejects.toMatchObject(notFound)
    await expect(downloadExport({ ...test.viewer, role: 'owner' }, exportId)).rejects.toMatchObject(notFound)
    await (await downloadExport(test.analyst, exportId)).body!.cancel()
    await expect(downloadExport(test.analyst, exportId)).rejects.toMatchObject(notFound)
  })

  it('is not for viewers nor for other workspaces', async () => {
    await expect(prepareExport(test.viewer, request)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getExportCounts(test.viewer, request.segmentId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepareExport(test.stranger, request)).rejects.toMatchObject({ code: 'notFound' })
    expect(await test.database.export.count()).toBe(0)
  })

  it('is remembered when its segmentation is gone', async () => {
    const other = await test.segment({ name: 'Summer' })
    await download({ segmentId: other.segments[1]!.id })
    await deleteSegmentation(test.analyst, other.id)
    expect(await listExports(test.analyst)).toMatchObject([{ rows: 100, href: null, sourceName: null }])
  })
})
