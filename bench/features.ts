import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadFeatures } from '@/lib/segments/queries-features'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteText } from '@/lib/warehouse/sql'
import { tableColumns } from '@/lib/warehouse/tables'
import { compare, markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/features.ts
// Features of the customers of a million order lines: the product's, into typed arrays, against DuckDB's bare query.
const folder = fileURLToPath(new URL('./tmp/features', import.meta.url))
const lines = 1_000_000
const customers = 100_000
const asOf = '2024-12-31'
const batches = [{ table: 'orders', file: 'orders.parquet' }]
const file = warehousePath(folder, 'orders.parquet')

const columns = {
  order_id: "'O' || (n // 3)",
  line_no: 'n % 3 + 1',
  customer_id: `CASE WHEN n // 3 % 10 < 9 THEN 'C' || (hash(n // 3) % ${customers}) END`,
  ordered_at: "TIMESTAMP '2023-01-01' + to_minutes(CAST(hash(n // 3, 1) % 1051200 AS INTEGER))",
  product_id: "'P' || (hash(n, 2) % 500)",
  quantity: 'CASE WHEN hash(n, 3) % 50 = 0 THEN -1 ELSE 1 + hash(n, 4) % 5 END',
  amount: 'CASE WHEN hash(n, 3) % 50 = 0 THEN -1 ELSE 1 END * (hash(n, 5) % 10000) / 100',
}

async function writeOrders(warehouse: Awaited<ReturnType<typeof openWarehouse>>): Promise<void> {
  const given: Record<string, string> = columns
  const select = Object.entries(tableColumns.orders).map(
    ([name, type]) => `(${given[name] ?? 'NULL'})::${type} AS ${name}`,
  )
  const connection = await warehouse.connect()
  await publishParquet(connection, `SELECT ${select.join(', ')} FROM range(${lines}) rows(n)`, file)
  connection.closeSync()
}

const bareQuery = `
  SELECT customer_id, date_diff('day', max(ordered_at)::DATE, DATE '${asOf}') AS recency,
         count(DISTINCT order_id) AS frequency, sum(amount) AS monetary
  FROM ${quoteText(file)} WHERE customer_id IS NOT NULL AND quantity > 0 AND amount > 0
  GROUP BY customer_id`

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
await writeOrders(warehouse)

async function load(ids: string[]): Promise<number> {
  const connection = await warehouse.connect()
  try {
    return (await loadFeatures(connection, folder, batches, ids, asOf)).customerIds.length
  } finally {
    connection.closeSync()
  }
}
async function query(sql: string): Promise<number> {
  const connection = await warehouse.connect()
  try {
    return (await connection.runAndReadAll(sql)).currentRowCount
  } finally {
    connection.closeSync()
  }
}

const rfm = ['recency', 'frequency', 'monetary']
const ten = [...rfm, 'average_order_value', 'tenure', 'purchase_gap', 'recent_share', 'weekend_share'].concat(
  ['distinct_products', 'return_share'],
)
const found = [await load(rfm), await query(bareQuery)]
if (found[0] !== found[1]) throw new Error(`The two count different customers: ${found.join(', ')}`)
const timings = await compare([
  { name: 'DuckDB’s bare query: recency, frequency, monetary', run: () => query(bareQuery) },
  { name: 'Personae: recency, frequency, monetary (and revenue, returns, last day)', run: () => load(rfm) },
  { name: 'Personae: ten features', run: () => load(ten) },
])
const bare = timings[0]!.median
const rows = timings.map(({ name, median, fastest }) => [
  name,
  Math.round(median),
  Math.round(fastest),
  Number((median / bare).toFixed(2)),
])
console.log(`${found[0]} customers`)
console.log(markdownTable(['1,000,000 order lines', 'median ms', 'fastest ms', '÷ bare'], rows))
warehouse.closeSync()
rmSync(folder, { recursive: true })
