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

  const customers = (values: string) => {
    const given = ['customer_id', 'email', 'city', 'attributes']
    const columns = Object.entries(tableColumns.customers).map(([name, type]) =>
      given.includes(name) ? `${name}::${type} AS ${name}` : `NULL::${type} AS ${name}`,
    )
    return `SELECT ${columns.join(', ')} FROM (VALUES ${values}) rows(${given.join(', ')})`
  }
  const people =
    'SELECT customer_id, email, city, attributes::VARCHAR AS attributes FROM customers ORDER BY 1'

  it('keeps what a newer record leaves blank, and what is there when records are appended', async () => {
    await publish(
      customers("('1', 'a@x.com', 'Rome', MAP {'tier': 'gold', 'size': 'L'}), ('2', 'b@x.com', NULL, NULL)"),
      'old.parquet',
    )
    await publish(
      customers("('1', NULL, 'Paris', MAP {'tier': 'silver'}), ('3', NULL, 'Bern', NULL)"),
      'new.parquet',
    )
    const merged = [
      { customer_id: '1', email: 'a@x.com', city: 'Paris', attributes: '{tier=silver, size=L}' },
      { customer_id: '2', email: 'b@x.com', city: null, attributes: null },
      { customer_id: '3', email: null, city: 'Bern', attributes: null },
    ]
    const old = { id: 'old', table: 'customers', file: 'old.parquet' }
    const newer = { id: 'new', table: 'customers', file: 'new.parquet' }
    expect(await select([old, newer], people)).toEqual(merged)
    expect(await select([old, { ...newer, overlaps: ['old'] }], people)).toEqual(merged)
    const appended = await select([old, { ...newer, mode: 'append', overlaps: ['old'] }], people)
    expect(appended.map(({ city }) => city)).toEqual(['Rome', null, 'Bern'])
    const replaced = await select([old, { ...newer, mode: 'replace', overlaps: ['old'] }], people)
    expect(replaced.map(({ customer_id, email }) => [customer_id, email])).toEqual([
      ['1', null],
      ['3', null],
    ])
  })

  it('reads many overlapping batches within its memory, as one after another would make them', async () => {
    const count = 48
    const keys = 900
    const first = (batch: number) => (batch * 337) % keys
    const appends = (batch: number) => batch % 3 === 1
    const own = 'n.n::VARCHAR'
    const expected = { city: new Map<number, number>(), order: new Map<number, number[]>() }
    const batches: BatchFile[] = []
    for (let batch = 0; batch < count; batch++) {
      const ids = Array.from({ length: 300 }, (_, i) => (first(batch) + i) % keys)
      for (const [table, columns] of [
        ['customers', { customer_id: own, city: `'${batch}'` }],
        ['orders', { order_id: own, line_no: String(batch), amount: '1' }],
      ] as const) {
        const cells = Object.entries(tableColumns[table]).map(
          ([name, type]) => `(${(columns as Record<string, string>)[name] ?? 'NULL'})::${type} AS ${name}`,
        )
        await publish(
          `SELECT ${cells.join(', ')} FROM (SELECT (${first(batch)} + range) % ${keys} AS n FROM range(300)) n`,
          `${table}-${batch}.parquet`,
        )
        batches.push({ table, file: `${table}-${batch}.parquet`, mode: appends(batch) ? 'append' : 'update' })
      }
      for (const id of ids) {
        if (!appends(batch) || !expected.city.has(id)) expected.city.set(id, batch)
        expected.order.set(id, appends(batch) ? [...(expected.order.get(id) ?? []), batch] : [batch])
      }
    }
    const cities = await select(batches, 'SELECT customer_id AS id, city FROM customers')
    expect(new Map(cities.map(({ id, city }) => [Number(id), Number(city)]))).toEqual(expected.city)
    expect(cities).toHaveLength(expected.city.size)
    const orders = await select(
      batches,
      'SELECT order_id AS id, list(line_no ORDER BY line_no)::VARCHAR AS lines FROM orders GROUP BY 1',
    )
    expect(new Map(orders.map(({ id, lines }) => [Number(id), JSON.parse(String(lines))]))).toEqual(
      expected.order,
    )
  })

  it('joins people named by e-mail or phone with the customer who has that contact', async () => {
    await publish(customers("('7', 'Ada@X.com', 'Rome', NULL)"), 'ids.parquet')
    await publish(customers("('ada@x.com', 'ada@x.com', NULL, MAP {'tier': 'gold'})"), 'contacts.parquet')
    await publish(
      `SELECT * REPLACE (order_id AS customer_id) FROM (${orders("('ada@x.com', 1, 5), ('bob@x.com', 1, 6)")})`,
      'by-contact.parquet',
    )
    const batches: BatchFile[] = [
      { id: 'a', table: 'customers', file: 'ids.parquet' },
      { id: 'b', table: 'customers', file: 'contacts.parquet', overlaps: [], contacts: 1 },
      { id: 'c', table: 'orders', file: 'by-contact.parquet', contacts: 2 },
    ]
    expect(await select(batches, people)).toEqual([
      { customer_id: '7', email: 'Ada@X.com', city: 'Rome', attributes: '{tier=gold}' },
    ])
    expect(await select(batches, 'SELECT customer_id FROM orders ORDER BY 1')).toEqual([
      { customer_id: '7' },
      { customer_id: 'bob@x.com' },
    ])
    expect(await select(batches, 'SELECT * FROM joined_customers')).toEqual([
      { contact: 'ada@x.com', customer_id: '7' },
    ])
  })

  it('reads files that were written before a column was there', async () => {
    await publish(`SELECT * EXCLUDE (currency) FROM (${orders("('Z', 1, 5)")})`, 'first-form.parquet')
    const batch = { id: 'z', table: 'orders', file: 'first-form.parquet', format: 1 }
    expect(await select([batch], 'SELECT order_id, currency FROM orders')).toEqual([
      { order_id: 'Z', currency: null },
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
