import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildGrids } from '@/lib/rfm/rfm-grid'
import { readRfm } from '@/lib/segments/queries-rfm'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { tableColumns } from '@/lib/warehouse/tables'
import { compare, markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/rfm.ts
// The RFM grid of a day, first time it is asked for (then it is remembered), from brands of two sizes with the product's
// 700 MB and two threads. The figure to reach is 1 s at 100,000 customers and 1,000,000 lines. No peer.
const folder = fileURLToPath(new URL('./tmp/rfm', import.meta.url))
const sizes = [
  { customers: 100_000, lines: 1_000_000 },
  { customers: 1_000_000, lines: 10_000_000 },
]
const batches = [{ table: 'orders', file: 'orders.parquet' }]

const orders = (customers: number, lines: number) => `
  SELECT 'O' || (n // 2) AS order_id, n % 2 + 1 AS line_no, 'C' || (hash(n // 2) % ${customers}) AS customer_id,
         TIMESTAMP '2022-01-01' + to_minutes(CAST(hash(n // 2, 1) % 1570000 AS INTEGER)) AS ordered_at,
         CASE WHEN hash(n, 3) % 50 = 0 THEN -1 ELSE 1 + hash(n, 4) % 5 END AS quantity,
         CASE WHEN hash(n, 3) % 50 = 0 THEN -1 ELSE 1 END * (1 + hash(n, 5) % 10000) / 100 AS amount
  FROM range(${lines}) rows(n)`
const given = ['order_id', 'line_no', 'customer_id', 'ordered_at', 'quantity', 'amount']

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
const rows: (string | number)[][] = []
for (const { customers, lines } of sizes) {
  const connection = await warehouse.connect()
  const columns = Object.entries(tableColumns.orders).map(
    ([name, type]) => `(${given.includes(name) ? name : 'NULL'})::${type} AS ${name}`,
  )
  const select = `SELECT ${columns.join(', ')} FROM (${orders(customers, lines)})`
  await publishParquet(connection, select, warehousePath(folder, 'orders.parquet'))
  connection.closeSync()
  const read = () => readRfm(warehouse, folder, batches, '2024-12-31')
  const population = await read()
  const timings = await compare(
    [
      { name: 'figures of every customer', run: read },
      { name: 'five ways of scoring, all cells', run: () => buildGrids(population.columns) },
    ],
    { rounds: 5 },
  )
  for (const { name, median, fastest } of timings) {
    rows.push([population.columns.recency.length, lines, name, Math.round(median), Math.round(fastest)])
  }
}
console.log(markdownTable(['customers', 'lines', 'step', 'median ms', 'fastest ms'], rows))
warehouse.closeSync()
rmSync(folder, { recursive: true })
