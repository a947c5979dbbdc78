import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TableMapping } from '@/lib/csv/mapping'
import { readBody } from '@/lib/server/read-body'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, sendText, type TestWorkspace } from './data.fixture'
import * as service from './service'
import * as uploads from './upload-service'

const code = (expected: string) => expect.objectContaining({ code: expected })

describe.each(testProviders)('uploads on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  afterAll(() => test.close())

  it('keeps nothing of an upload that is empty, too long, cut off or not allowed', async () => {
    const store = (text: string, expected: number | null) =>
      uploads.storeUpload(test.owner, 'a.csv', sendText(text), expected)
    await expect(store('', 0)).rejects.toEqual(code('fileEmpty'))
    await expect(store('a,b\n1', 100)).rejects.toEqual(code('uploadInterrupted'))
    await expect(store('a', 3_000_000_000)).rejects.toEqual(code('uploadTooLarge'))
    async function* broken() {
      yield Buffer.from('a,b\n')
      throw new Error('connection lost')
    }
    await expect(uploads.storeUpload(test.owner, 'a.csv', broken(), null)).rejects.toThrow('connection lost')
    const viewer = { ...test.owner, role: 'viewer' as const }
    await expect(uploads.storeUpload(viewer, 'a.csv', sendText('a'), 1)).rejects.toEqual(code('forbidden'))
    expect(await readdir(join(test.dataDir, 'uploads'))).toEqual([])
    expect(await test.database.upload.count()).toBe(0)
  })

  it('keeps nothing of an upload whose browser goes away', async () => {
    let fail: (error: unknown) => void = () => {}
    const failure = new Promise<unknown>((resolve) => {
      fail = resolve
    })
    const server = createServer((incoming) => {
      const body = incoming as unknown as BodyInit
      const request = new Request('http://localhost/', {
        method: 'POST',
        body,
        duplex: 'half',
      } as RequestInit)
      if (!request.body) return fail(null)
      uploads.storeUpload(test.owner, 'a.csv', readBody(request.body), 1_000_000).catch(fail)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const sender = connect(port, '127.0.0.1', () => {
      sender.write(
        `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n${'a,b\n'.repeat(9999)}`,
      )
      setTimeout(() => sender.destroy(), 50)
    })
    expect(await failure).toEqual(code('uploadInterrupted'))
    server.close()
    expect(await readdir(join(test.dataDir, 'uploads'))).toEqual([])
  })

  it('stores an upload whole, under a name that is only data', async () => {
    const { uploadId } = await test.upload('a,b\n1,2\n', `../../${'x'.repeat(300)}\r\n.csv`)
    const stored = await test.database.upload.findUniqueOrThrow({ where: { id: uploadId } })
    expect(stored.fileName).toBe('x'.repeat(200))
    expect(stored.bytes).toBe(8n)
    expect(stored.sha256).toBe(createHash('sha256').update('a,b\n1,2\n').digest('hex'))
    expect(await readFile(join(test.dataDir, 'uploads', `${uploadId}.csv`), 'utf8')).toBe('a,b\n1,2\n')
  })

  it('names files that hold no table, and hides those of others', async () => {
    const pdf = await test.upload(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
    await expect(test.inspect(pdf.uploadId)).rejects.toMatchObject({
      code: 'fileNotCsv',
      params: { kind: 'pdf' },
    })
    const { uploadId } = await test.upload('order_id,date,customer_id,amount\n1,2024-01-02,7,5\n')
    await expect(uploads.getInspection(test.stranger, uploadId)).rejects.toEqual(code('notFound'))
    const { guess: mapping } = await test.inspect(uploadId)
    await expect(service.checkImport(test.stranger, { uploadId, mapping })).rejects.toEqual(code('notFound'))
  })

  it('refuses a mapping that does not fit', async () => {
    const { uploadId } = await test.upload('order_id,date,customer_id,amount\n1,2024-01-02,7,5\n')
    const { guess } = await test.inspect(uploadId)
    const own = guess.tables[0] as TableMapping
    const check = (columns: TableMapping['columns']) =>
      service.checkImport(test.owner, { uploadId, mapping: { ...guess, tables: [{ ...own, columns }] } })
    const { amount: _, ...withoutAmount } = own.columns
    await expect(check(withoutAmount)).rejects.toMatchObject({
      code: 'fieldsMissing',
      params: { fields: 'amount' },
    })
    await expect(check({ ...own.columns, amount: 9 })).rejects.toEqual(code('mappingInvalid'))
    await expect(check({ ...own.columns, 'x; DROP TABLE y': 0 })).rejects.toEqual(code('mappingInvalid'))
    await expect(check({ ...own.columns, status: 0 })).rejects.toEqual(code('columnUsedTwice'))
    expect(await test.database.job.count({ where: { kind: 'import' } })).toBe(0)
  })
})
