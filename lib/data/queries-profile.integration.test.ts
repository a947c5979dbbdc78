import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DuckDBConnection, type DuckDBInstance, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { profileColumns } from './queries-profile'

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

describe('profileColumns', () => {
  let warehouse: DuckDBInstance
  let connection: DuckDBConnection
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'personae-profile-'))
    warehouse = await openWarehouse(dataDir, { memory: '500MB', threads: 2 })
    connection = await warehouse.connect()
  })
  afterAll(async () => {
    connection.closeSync()
    warehouse.closeSync()
    await rm(dataDir, { recursive: true })
  })

  async function profile(values: (string | null)[]): Promise<ColumnProfile> {
    await connection.run('SET VARIABLE cells = $1::VARCHAR[]', [listValue(values)], [LIST(VARCHAR)])
    await connection.run(`CREATE OR REPLACE TEMP TABLE given AS
      SELECT (row_number() OVER () + 1)::INTEGER AS line, c0 FROM (SELECT unnest(getvariable('cells')) AS c0)`)
    const [found] = await profileColumns(connection, 'given', 1, () => {})
    return found as ColumnProfile
  }
  const repeat = (values: string[], times = 5) => Array.from({ length: times }, () => values).flat()

  it.each([
    ['email', ['a@x.de', 'b@y.com', 'c.d@z.org']],
    ['url', ['https://x.de/a', 'http://y.com', 'www.z.org/b']],
    ['number', ['1,234.56', '12.00', '(5.00)', '¥1,234']],
    ['number', ['1.234,56', '12,00', '-5,10']],
    ['percent', ['12 %', '5%', '7.5 %']],
    ['date', ['2024年3月5日', '2024年12月31日', '2024年1月2日']],
    ['date', ['2024-03-05T10:00:00Z', '2024-03-06T10:00:00+01:00', '2024-03-07T10:00:00Z']],
    ['date', ['20240305', '20240306', '20241231']],
    ['boolean', ['SUBSCRIBED', 'UNSUBSCRIBED', 'NEVER_SUBSCRIBED']],
    ['currency', ['EUR', 'USD', 'GBP']],
    ['country', ['Germany', 'FR', '中国', 'United Kingdom']],
    ['phone', ['+49 170 1234567', '(775) 555-0154', '138-1234-5678']],
    ['text', ['Tea', 'Coffee', 'Green tea']],
    ['empty', ['', ' ', 'N/A']],
  ])('knows %s: %j', async (type, values) => {
    const found = await profile(repeat(values as string[]))
    expect([found.type, found.problemRows]).toEqual([type, 0])
    expect(found.typeShare).toBe(type === 'empty' ? 0 : 1)
  })

  it('tells the order of day and month by all rows, and asks where they do not decide', async () => {
    const many = Array.from({ length: 30_000 }, (_, n) => `0${1 + (n % 9)}/0${1 + ((n * 7) % 9)}/2024`)
    expect(await profile(many)).toMatchObject({ type: 'date', ambiguous: 'dayMonth' })
    expect(await profile([...many, '25/12/2024'])).toMatchObject({
      format: { dates: 'dmy' },
      ambiguous: null,
    })
    expect(await profile([...many, '12/25/2024', '12/26/2024', '25/12/2024'])).toMatchObject({
      format: { dates: 'mdy' },
      problemRows: 1,
      problems: [{ line: 30_004, value: '25/12/2024' }],
    })
    const sorted = ['01/02/2024', '03/02/2024', '05/02/2024', '01/03/2024', '02/03/2024']
    expect(await profile(sorted)).toMatchObject({ format: { dates: 'dmy' }, ambiguous: null })
  })

  it('tells the decimal mark by all rows, and asks where 1.234 stands alone', async () => {
    expect(await profile(repeat(['1.234', '5.678', '9']))).toMatchObject({ ambiguous: 'decimalMark' })
    expect(await profile([...repeat(['1.234', '5.678', '9']), '7,5'])).toMatchObject({
      format: { decimalMark: ',' },
      ambiguous: null,
      min: '7.5',
      max: '5678',
    })
  })

  it('notes numbers that may count days or seconds', async () => {
    const days = Array.from({ length: 50 }, (_, n) => String(45_000 + n))
    expect(await profile(days)).toMatchObject({ type: 'number', format: { dates: 'excel' } })
    const seconds = Array.from({ length: 50 }, (_, n) => String(1_700_000_000 + n * 86_400))
    expect(await profile(seconds)).toMatchObject({ type: 'number', format: { dates: 'seconds' } })
  })

  it('counts, ranks, bins and names what does not fit', async () => {
    const found = await profile(['1', '2', '2', '3', '41', null, 'n.v.', '-'])
    expect(found).toMatchObject({
      ...{ filled: 6, distinct: 5, distinctExact: true, type: 'number', typeShare: 5 / 6 },
      ...{ min: '1', max: '41', mean: 9.8, problemRows: 1, problems: [{ line: 8, value: 'n.v.' }] },
    })
    expect(found.top[0]).toEqual({ value: '2', rows: 2 })
    expect(found.histogram).toHaveLength(20)
    expect(found.histogram?.[0]).toEqual({ from: '1', to: '3', rows: 3 })
    expect(found.histogram?.reduce((sum, { rows }) => sum + rows, 0)).toBe(5)
  })

  it('takes columns of many different values without gathering them', async () => {
    const found = await profile(Array.from({ length: 60_000 }, (_, n) => `user${n}@example.com`))
    expect(found).toMatchObject({ type: 'email', filled: 60_000, distinctExact: false, top: [] })
    expect(Math.abs(found.distinct / 60_000 - 1)).toBeLessThan(0.1)
  })

  it('takes 2,000 columns', async () => {
    const cells = Array.from({ length: 2000 }, (_, n) => `'${n}' AS c${n}`)
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE wide AS SELECT 2::INTEGER AS line, ${cells.join(', ')}`,
    )
    const found = await profileColumns(connection, 'wide', 2000, () => {})
    expect(found.map(({ max }) => max)).toEqual(Array.from({ length: 2000 }, (_, n) => String(n)))
  }, 120_000)

  it.skipIf(!existsSync(shared))(
    'knows the figures of real files (needs ../shared/data)',
    async () => {
      async function read(file: string, delimiter = ',') {
        await copyFile(join(shared, file), join(dataDir, 'tmp/real.csv'))
        const source = quoteText(join(dataDir, 'tmp/real.csv'))
        const described = await connection.runAndReadAll(
          `DESCRIBE SELECT * FROM read_csv(${source}, all_varchar = true, delim = '${delimiter}')`,
        )
        const headers = described.getRows().map(([name]) => String(name))
        const columns = headers.map((name, n) => `"${name}" AS c${n}`)
        await connection.run(`CREATE OR REPLACE TEMP TABLE real AS SELECT (row_number() OVER ())::INTEGER AS line, ${columns.join(', ')}
        FROM read_csv(${source}, all_varchar = true, delim = '${delimiter}')`)
        const profiles = await profileColumns(connection, 'real', headers.length, () => {})
        return (name: string) => profiles[headers.indexOf(name)]
      }
      const telco = await read('telco_churn/WA_Fn-UseC_-Telco-Customer-Churn.csv').catch(() => null)
      if (telco)
        expect(telco('TotalCharges')).toMatchObject({ type: 'number', filled: 7043 - 11, problemRows: 0 })
      const bank = await read('bank_marketing/bank-additional.csv', ';')
      expect(bank('age')).toMatchObject({ type: 'number', filled: 4119 })
      const clothing = await read('womens_clothing/Womens_Clothing_Reviews.csv')
      expect(clothing('Rating')?.top.map(({ rows }) => rows)).toEqual([13_131, 5077, 2871, 1565, 842])
      expect(clothing('Review Text')).toMatchObject({ type: 'text', filled: 23_486 - 845 })
    },
    60_000,
  )
})
