import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Mapping } from '@/lib/csv/mapping'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { importFile } from './import-file'
import { readHead } from './read-head'

const columns = { order_id: 0, customer_id: 1, ordered_at: 2, product_title: 3, amount: 4 }
const mapping: Mapping = { tables: [{ table: 'orders', mode: 'update', columns }], formats: {} }
const lines = 160_000
const title = 'A title that makes the line long enough'

/** More than 8 MB of order lines, the last of them as given. */
const makeFile = (...last: string[]) =>
  [
    'order_id,customer_id,date,title,amount',
    ...Array.from({ length: lines }, (_, n) => `O${n},C${n % 999},2024-03-05,${title},${n % 50}.50`),
    ...last,
    '',
  ].join('\n')

describe('a large file that is written while it is checked', () => {
  let warehouse: DuckDBInstance
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'personae-ahead-'))
    warehouse = await openWarehouse(dataDir, { memory: '300MB', threads: 2 })
  })
  beforeEach(() => rm(join(dataDir, 'warehouse'), { recursive: true, force: true }))
  afterAll(async () => {
    warehouse.closeSync()
    await rm(dataDir, { recursive: true })
  })

  async function importText(text: string, progress: () => void = () => {}) {
    const source = join(dataDir, 'tmp/source.csv')
    await writeFile(source, text)
    const { dialect, headers } = await readHead(source)
    const { staged, ...result } = await importFile({
      ...{ warehouse, dataDir, importId: 'ahead', fileName: 'source.csv', source, mapping, dialect, headers },
      batches: [],
      words: () => ({ reason: '', hint: '' }),
      folder: join(dataDir, 'tmp/job'),
      progress,
    })
    const [file] = staged
    const path = quoteText(warehousePath(dataDir, file?.file ?? ''))
    const last = await queryRows(
      warehouse,
      `SELECT order_id, customer_id, amount FROM read_parquet(${path}) WHERE order_id LIKE 'L%' ORDER BY ALL`,
    )
    const sum = `SELECT count(*) AS n, count(DISTINCT order_id) AS orders FROM read_parquet(${path})`
    const [counted] = await queryRows(warehouse, sum)
    return { ...result, last, counted, files: await readdir(join(dataDir, 'warehouse')) }
  }

  it('is there once and whole', async () => {
    const found = await importText(makeFile('L1,C1,2024-03-06,x,7.00'))
    expect(found).toMatchObject({ rowsRead: lines + 1, rowsAccepted: lines + 1, rowsRejected: 0 })
    expect(found.counted).toEqual({ n: lines + 1, orders: lines + 1 })
    expect(found.last).toEqual([{ order_id: 'L1', customer_id: 'C1', amount: '7.0000' }])
    expect(found.files).toHaveLength(1)
  })

  it('is written anew when cells at its end are not what they were at its beginning', async () => {
    const found = await importText(makeFile("L1,'C1 ,2024-03-06,x,7.00", 'L2,17850.0,2024-03-06,x,'))
    expect(found).toMatchObject({ rowsRead: lines + 2, rowsAccepted: lines + 1, rowsRejected: 1 })
    expect(found.report.rejected).toMatchObject([
      { reason: 'missing', field: 'amount', firstLine: lines + 3 },
    ])
    expect(found.last).toEqual([{ order_id: 'L1', customer_id: 'C1', amount: '7.0000' }])
    expect(found.files).toHaveLength(1)
  })

  it('is split first when its end is no strict CSV, or when lines share what their order says', async () => {
    const ragged = await importText(makeFile('L1,C1,2024-03-06,x,7.00', 'L2,C2,2024-03-06'))
    expect(ragged).toMatchObject({ rowsRead: lines + 2, rowsAccepted: lines + 1, rowsRejected: 1 })
    expect(ragged.files).toHaveLength(1)
    await rm(join(dataDir, 'warehouse'), { recursive: true })
    const shared = await importText(makeFile('L1,C1,2024-03-06,x,7.00', 'L1,,,y,8.00'))
    expect(shared).toMatchObject({ rowsAccepted: lines + 2, rowsRejected: 0 })
    expect(shared.last.map(({ customer_id }) => customer_id)).toEqual(['C1', 'C1'])
    expect(shared.files).toHaveLength(1)
  })

  it('leaves nothing behind when it is stopped', async () => {
    let told = 0
    const stop = () => {
      if (++told === 3) throw new Error('stopped')
    }
    await expect(importText(makeFile(), stop)).rejects.toThrow('stopped')
    expect(await readdir(join(dataDir, 'warehouse'))).toEqual([])
  })
})
