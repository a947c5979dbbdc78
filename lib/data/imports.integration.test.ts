import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JobLostError } from '@/lib/jobs/queue'
import { listBatches } from '@/lib/server/batches'
import { testProviders } from '@/lib/tooling/test-databases'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import * as service from './service'
import { getInspection } from './upload-service'

const code = (expected: string) => expect.objectContaining({ code: expected })

describe.each(testProviders)('imports on %s', (provider) => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  afterAll(() => test.close())

  it('accepts or rejects every row, and says where and why', async () => {
    await test.clear()
    const detail = await test.importText(
      [
        'Order;Date;Customer;Qty;Price;"=cmd()"',
        '1;02.03.2024;7.0;2;1.234,50;x',
        '2;31.02.2024;8;1;5,00;x',
        '3;02.03.2024;9;many;5,00;=1+1',
        '4;02.03.2024;9;1',
        '5;;9;1;5,00;x',
        '6;28.03.2024 10:15;;-1;10,00;x',
        '',
      ].join('\r\n'),
      {},
      'März "2024".csv',
    )
    expect(detail).toMatchObject({
      state: 'completed',
      table: 'orders',
      rowsRead: 6,
      stage: 'imported',
      rowsCreated: 2,
      rowsUpdated: 0,
      rowsUnchanged: 0,
      rowsRejected: 4,
      createdBy: 'Ada',
      mapping: { formats: { 1: { dates: 'dmy' }, 4: { decimalMark: ',' } } },
    })
    expect(detail.report).toEqual({
      rejected: [
        {
          reason: 'date',
          field: 'ordered_at',
          column: 'Date',
          rows: 1,
          firstLine: 3,
          firstValue: '31.02.2024',
        },
        { reason: 'number', field: 'quantity', column: 'Qty', rows: 1, firstLine: 4, firstValue: 'many' },
        {
          reason: 'columnCount',
          field: null,
          column: null,
          rows: 1,
          firstLine: 5,
          firstValue: '4;02.03.2024;9;1',
        },
        { reason: 'missing', field: 'ordered_at', column: 'Date', rows: 1, firstLine: 6, firstValue: '' },
      ],
      unusedColumns: ['=cmd()'],
      tables: [
        { table: 'orders', mode: 'update', created: 2, updated: 0, unchanged: 0, removed: 0, unreadable: 0 },
      ],
      identity: { byContact: 0, joined: 0 },
      orders: {
        firstDate: '2024-03-02',
        lastDate: '2024-03-28',
        purchaseLines: 1,
        customers: 1,
        purchases: 1,
        sales: '2469.00',
        returnLines: 0,
        returns: '0.00',
        linesWithoutCustomer: 1,
        salesWithoutCustomer: '0.00',
      },
    })
    const { file } = await service.openRejected(test.owner, detail.id)
    const lines = (await file.readFile('utf8')).split('\r\n')
    await file.close()
    expect(lines[0]).toBe(
      `\ufeff"rejected_line","rejected_column","rejected_value","rejected_reason","rejected_hint","Order","Date","Customer","Qty","Price","'=cmd()"`,
    )
    expect(lines[2]).toBe(
      `"4","Qty","many","Not a number","Write the number with digits and one decimal mark, such as 1234.50","3","02.03.2024","9","many","5,00","'=1+1"`,
    )
    expect(lines[3]).toBe(
      '"5","","","The row has 4 cells, the header 6","Put texts that hold the delimiter in quotation marks, or add the missing cells","4","02.03.2024","9","1"',
    )
    expect(lines).toHaveLength(6)
    await expect(service.openRejected(test.stranger, detail.id)).rejects.toEqual(code('notFound'))
    expect(
      await test.select(
        'SELECT order_id, line_no, customer_id, quantity, amount FROM orders ORDER BY order_id',
      ),
    ).toEqual([
      { order_id: '1', line_no: null, customer_id: '7', quantity: 2, amount: '2469.0000' },
      { order_id: '6', line_no: null, customer_id: null, quantity: -1, amount: '-10.0000' },
    ])
  })

  it('keeps the last of repeated customers, with what else the file says of them', async () => {
    await test.clear()
    const text =
      'customer_id,email,Tier,a"); DROP TABLE x;--,Tier\n1,a@x.de,Gold,y,\n2,b@x.de,,,\n1,c@x.de,Silver,,old\n'
    const detail = await test.importText(text)
    expect(detail).toMatchObject({ rowsRead: 3, rowsCreated: 2, rowsUpdated: 1, rowsRejected: 0 })
    expect(detail.report).toMatchObject({ unusedColumns: [] })
    expect(
      await test.select(
        'SELECT customer_id, email, attributes::JSON AS kept FROM customers ORDER BY customer_id',
      ),
    ).toEqual([
      {
        customer_id: '1',
        email: 'c@x.de',
        kept: '{"Tier":"Silver","a\\"); DROP TABLE x;--":"y","Tier (2)":"old"}',
      },
      { customer_id: '2', email: 'b@x.de', kept: null },
    ])
    const chosen = await test.importText(text, { attributes: [2] })
    expect(chosen.report?.unusedColumns).toEqual(['a"); DROP TABLE x;--', 'Tier (2)'])
    expect(
      await test.select("SELECT attributes['Tier'] AS tier FROM customers ORDER BY customer_id"),
    ).toEqual([{ tier: 'Silver' }, { tier: null }])
  })

  it('replaces earlier rows of the same key, and finds the same file again', async () => {
    await test.clear()
    const first = await test.importText('product_id,title,price\nP1,Tea,1\nP2,Cup,2\n')
    await test.importText('product_id,title,price\nP1,Green tea,3\n')
    expect(await test.select('SELECT product_id, title FROM products ORDER BY 1')).toEqual([
      { product_id: 'P1', title: 'Green tea' },
      { product_id: 'P2', title: 'Cup' },
    ])
    const { uploadId } = await test.upload('product_id,title,price\nP1,Tea,1\nP2,Cup,2\n')
    expect((await getInspection(test.owner, uploadId)).importedBefore?.importId).toBe(first.id)
    expect((await service.listImports(test.owner)).map(({ table }) => table)).toEqual([
      'products',
      'products',
    ])
    expect(await service.listImports(test.stranger)).toEqual([])
  })

  it('shows nothing of an import that was cancelled', async () => {
    await test.clear()
    const { uploadId } = await test.upload('product_id,title\nP1,Tea\n')
    const { guess: mapping } = await test.inspect(uploadId)
    const { jobId, importId } = await service.checkImport(test.owner, { uploadId, mapping })
    await test.database.job.update({ where: { id: jobId }, data: { cancelRequested: true } })
    await expect(test.runJob()).rejects.toThrow(JobLostError)
    expect(await service.getImport(test.owner, importId)).toMatchObject({ rowsRead: null, report: null })
    const batches = await listBatches(test.database, test.owner.workspaceId)
    expect(batches).toEqual([])
    expect(
      (await readdir(join(test.dataDir, 'warehouse'))).filter((file) => file.startsWith(importId)),
    ).toEqual([])
  })
})
