import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import { formatRecord } from '@/lib/csv/write-record'
import { readEnv } from '@/lib/server/env'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { openRejected } from './service'
import { getInspection, storeUpload } from './upload-service'

// What users of other tools complain of, each by the issue where they do: none of it may happen here.
describe('complaints about other tools that do not hold here', () => {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace('sqlite')
  })
  beforeEach(() => test.clear())
  afterAll(() => test.close())

  const header = 'order_id,order_date,customer_id,product_id,quantity,unit_price'
  const line = (n: number, more: Partial<Record<string, string>> = {}) =>
    [
      `O${n}`,
      more.date ?? `2024-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
      more.customer ?? `C${n % 500}`,
      `P${n % 40}`,
      '1',
      more.price ?? '2.50',
    ].join(',')
  const lines = (count: number) => Array.from({ length: count }, (_, n) => line(n))
  const rejectedRows = async (importId: string) => {
    const { file } = await openRejected(test.owner, importId)
    const text = (await file.readFile('utf8')).replace('\ufeff', '')
    await file.close()
    return text
  }

  it('1: reads UTF-8 as UTF-8 however late its first accent comes (metabase#48945)', async () => {
    const people = Array.from({ length: 150_000 }, (_, n) => `${n},p${n}@example.com,Springfield`)
    const { uploadId } = await test.upload(
      ['customer_id,email,city', ...people, '150000,zoe@example.com,Orléans'].join('\n'),
    )
    const { encoding, columns } = await test.inspect(uploadId)
    expect(encoding).toMatchObject({ name: 'utf-8', evidence: 'utf8' })
    expect(columns[2]?.max).toBe('Springfield')
    expect(columns[2]?.top).toContainEqual({ value: 'Orléans', rows: 1 })
  })

  it('2: reads a Chinese file in GB18030 (superset#12916)', async () => {
    const text = ['客户编号,姓名,城市', '1,张伟,北京', '2,王芳,上海', '3,李娜,广州', '4,刘洋,深圳'].join(
      '\r\n',
    )
    const detail = await test.importText(iconv.encode(text, 'gb18030'))
    expect(detail).toMatchObject({ table: 'customers', rowsCreated: 4, rowsRejected: 0 })
    expect(await test.select('SELECT first_name, city FROM customers ORDER BY customer_id LIMIT 1')).toEqual([
      { first_name: '张伟', city: '北京' },
    ])
  })

  it('3: names line, column, value and reason of what it cannot read (superset#31813)', async () => {
    const bad = [line(1), line(2, { price: 'free' }), line(3, { date: '2024-02-31' }), `${line(4)},extra`]
    const { id, report } = await test.importText([header, ...lines(30), ...bad].join('\n'))
    expect(report?.rejected).toEqual([
      expect.objectContaining({ reason: 'number', column: 'unit_price', firstLine: 33, firstValue: 'free' }),
      expect.objectContaining({
        reason: 'date',
        column: 'order_date',
        firstLine: 34,
        firstValue: '2024-02-31',
      }),
      expect.objectContaining({ reason: 'columnCount', rows: 1, firstLine: 35 }),
    ])
    expect(await rejectedRows(id)).toContain('"33","unit_price","free","Not a number"')
  })

  it('4: makes dates of dates, in the order that the whole column shows (superset#4637)', async () => {
    const dates = ['03/04/2024', '05/06/2024', '07/08/2024', '25/12/2024']
    await test.importText([header, ...dates.map((date, n) => line(n, { date }))].join('\n'))
    expect(
      await test.select(
        'SELECT typeof(ordered_at) AS type, ordered_at::DATE AS day FROM orders ORDER BY order_id',
      ),
    ).toEqual(
      ['2024-04-03', '2024-06-05', '2024-08-07', '2024-12-25'].map((day) => ({ type: 'TIMESTAMP', day })),
    )
  })

  it('5: judges types on every row, not on the first ones (metabase#38958)', async () => {
    const whole = Array.from({ length: 30_000 }, (_, n) => line(n, { price: '3', customer: String(n) }))
    const late = [
      line(30_000, { price: '3.75', customer: 'A-17' }),
      line(30_001, { price: 'x', customer: '9' }),
    ]
    const detail = await test.importText([header, ...whole, ...late].join('\n'))
    expect(detail).toMatchObject({ rowsRead: 30_002, rowsCreated: 30_001, rowsRejected: 1 })
    expect(
      await test.select("SELECT amount::DOUBLE AS amount FROM orders WHERE customer_id = 'A-17'"),
    ).toEqual([{ amount: 3.75 }])
  })

  it('6: finds the delimiter from the whole file, not from two lines (metabase#45295)', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `O${n};2024-03-05;C${n % 9};"Tea, green, ${n}";1;2,50`)
    const { uploadId } = await test.upload(
      ['order_id;order_date;customer_id;product, title, size;quantity;unit_price', ...rows].join('\n'),
    )
    const { dialect, records, headers, columns } = await test.inspect(uploadId)
    expect(dialect.delimiter).toBe(';')
    expect(headers).toHaveLength(6)
    expect(records).toBe(200)
    expect(columns[5]).toMatchObject({ type: 'number', format: { decimalMark: ',' } })
  })

  it('7: takes 30,000 rows at once and tells how far it is (budibase#1840)', async () => {
    const { uploadId } = await test.upload([header, ...lines(30_000)].join('\n'))
    expect(await getInspection(test.owner, uploadId)).toMatchObject({ state: 'queued', result: null })
    const { phases, error } = await test.runJob()
    expect(error).toBeNull()
    expect(phases).toEqual(expect.arrayContaining(['reading', 'profiling']))
    expect((await getInspection(test.owner, uploadId)).result?.records).toBe(30_000)
  })

  it('8: takes a file larger than the memory it may use (mautic#5608)', async () => {
    const path = join(test.dataDir, 'large.csv')
    const rows = Array.from({ length: 400_000 }, (_, n) => `${line(n)},"${'padding '.repeat(12)}${n}"`)
    await writeFile(path, [`${header},note`, ...rows].join('\n'))
    const { uploadId } = await storeUpload(test.owner, 'large.csv', createReadStream(path), null)
    const before = process.memoryUsage().rss
    const { records } = await test.inspect(uploadId)
    expect(records).toBe(400_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
  }, 60_000)

  it('9: needs no cron job: the server starts its worker itself (mautic#9034)', () => {
    expect(readEnv({ NODE_ENV: 'production' }).worker).toBe(true)
  })

  it('10: accounts for every row and lists those that are missing (posthog#26683)', async () => {
    const rows = lines(9170).map((row, n) => (n % 13 === 5 ? row.replace('2.50', 'n.v.') : row))
    const { id, ...detail } = await test.importText([header, ...rows].join('\n'))
    const { rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected } = detail
    expect(rowsRead).toBe(9170)
    expect((rowsCreated ?? 0) + (rowsUpdated ?? 0) + (rowsUnchanged ?? 0) + (rowsRejected ?? 0)).toBe(9170)
    const listed = parseRecords(await rejectedRows(id), {
      ...{ delimiter: ',', quote: '"', escape: 'double', headerLine: 1, firstLine: 2, shortRows: 'reject' },
    })
    expect(listed.length - 1).toBe(rowsRejected)
    expect(rowsRejected).toBe(rows.filter((row) => row.endsWith('n.v.')).length)
  })

  it('11: imports its own files: rejected rows, corrected, go in (posthog#42539)', async () => {
    const rows = [line(1), line(2, { price: 'free' }), line(3, { date: 'soon' })]
    const { id } = await test.importText([header, ...lines(20).slice(4), ...rows].join('\n'))
    const corrected = (await rejectedRows(id))
      .replace('"free","', '"free","')
      .replace(/"O2".*/, () => formatRecord(line(2).split(',')))
    const fixed = corrected.replace(/"O3".*/, () => formatRecord(line(3).split(',')))
    const again = await test.importText(`\ufeff${fixed}`)
    expect(again).toMatchObject({ table: 'orders', rowsRead: 2, rowsCreated: 2, rowsRejected: 0 })
  })

  it('12: updates or replaces, as the user says, and never piles up (dittofeed#1140)', async () => {
    const first = [header, ...lines(40)].join('\n')
    await test.importText(first)
    const again = await test.importText(first)
    expect(again).toMatchObject({ rowsCreated: 0, rowsUpdated: 0, rowsUnchanged: 40 })
    expect(await test.select('SELECT count(*) AS n FROM orders')).toEqual([{ n: 40 }])
    const replaced = await test.importText([header, line(1), line(99)].join('\n'), { mode: 'replace' })
    expect(replaced.report?.tables[0]).toMatchObject({ created: 1, unchanged: 1, removed: 39 })
    expect(await test.select('SELECT order_id FROM orders ORDER BY 1')).toEqual([
      { order_id: 'O1' },
      { order_id: 'O99' },
    ])
  })
})
