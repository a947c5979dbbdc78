import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BatchFile, datasetTables } from './dataset'
import { openWarehouse, queryRows } from './duckdb'
import { warehousePath } from './paths'
import { publishFile, publishParquet } from './publish'
import { tableColumns } from './tables'

describe('warehouse', () => {
  let warehouse: DuckDBInstance
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'personae-warehouse-'))
    warehouse = await openWarehouse(dataDir, { memory: '200MB', threads: 1 })
  })
  afterAll(async () => {
    warehouse.closeSync()
    await rm(dataDir, { recursive: true })
  })

  async function publish(select: string, file: string): Promise<number> {
    const connection = await warehouse.connect()
    try {
      return await publishParquet(connection, select, warehousePath(dataDir, file))
    } finally {
      connection.closeSync()
    }
  }
  const orders = (values: string) => {
    const given = ['order_id', 'line_no', 'amount']
    const columns = Object.entries(tableColumns.orders).map(([name, type]) =>
      given.includes(name) ? `${name}::${type} AS ${name}` : `NULL::${type} AS ${name}`,
    )
    return `SELECT ${columns.join(', ')} FROM (VALUES ${values}) rows(order_id, line_no, amount)`
  }
  const select = (batches: BatchFile[], sql: string) =>
    queryRows(warehouse, `WITH ${datasetTables(dataDir, batches)} ${sql}`)

  it('replaces an order whole by its newest batch and keeps lines without an order', async () => {
    await publish(orders("('A', 1, 10), ('A', 2, 20), ('B', 1, 5), (NULL, 1, 7)"), 'first.parquet')
    await publish(orders("('A', 1, 11), (NULL, 2, 8)"), 'second.parquet')
    await publish(orders("('C', 1, 1)"), 'third.parquet')
    const batches = ['first', 'second', 'third'].map((name) => ({ table: 'orders', file: `${name}.parquet` }))
    expect(
      await select(batches, 'SELECT order_id, amount::DOUBLE AS amount FROM orders ORDER BY 1 NULLS LAST, 2'),
    ).toEqual([
      { order_id: 'A', amount: 11 },
      { order_id: 'B', amount: 5 },
      { order_id: 'C', amount: 1 },
      { order_id: null, amount: 7 },
      { order_id: null, amount: 8 },
    ])
  })

  it('has every table, empty, before anything is imported', async () => {
    for (const [table, columns] of Object.entries(tableColumns)) {
      expect(await select([], `SELECT count(*) AS n FROM ${table}`)).toEqual([{ n: 0 }])
      const described = await queryRows(
        warehouse,
        `DESCRIBE WITH ${datasetTables(dataDir, [])} SELECT * FROM ${table}`,
      )
      expect(Object.fromEntries(described.map((row) => [row.column_name, row.column_type]))).toEqual(columns)
    }
  })

  it('leaves nothing under any name when writing fails', async () => {
    await expect(publish("SELECT error('no') AS a", 'broken.parquet')).rejects.toThrow('no')
    expect((await readdir(join(dataDir, 'warehouse'))).filter((name) => name.includes('broken'))).toEqual([])
  })

  it('publishes a file by renaming it', async () => {
    await mkdir(join(dataDir, 'files'))
    await writeFile(join(dataDir, 'files/.a.part'), 'whole')
    await publishFile(join(dataDir, 'files/.a.part'), join(dataDir, 'files/a'))
    expect(await readdir(join(dataDir, 'files'))).toEqual(['a'])
  })

  it('reads and writes nothing outside of the data folder', async () => {
    await expect(queryRows(warehouse, "SELECT * FROM read_text('/etc/passwd')")).rejects.toThrow(/Permission/)
    await expect(queryRows(warehouse, 'SET enable_external_access = true')).rejects.toThrow(/locked/)
  })
})
