import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Computed, NewSegment } from '@/lib/segments/compute'
import { describeSegments } from '@/lib/segments/describe-segments'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteText } from '@/lib/warehouse/sql'
import { type TableName, tableColumns } from '@/lib/warehouse/tables'
import { markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/insights.ts
// What is told of six segments (describeSegments), from brands of three sizes, with the product's 700 MB and two threads.
const folder = fileURLToPath(new URL('./tmp/insights', import.meta.url))
const asOf = '2024-12-31'
const segments = 6
const rounds = 3
const sizes = [
  { customers: 3_000, lines: 60_000, features: 4 },
  { customers: 100_000, lines: 1_000_000, features: 20 },
  { customers: 1_000_000, lines: 10_000_000, features: 20 },
]
const batches = (['orders', 'customers', 'products'] as const).map((table) => ({
  table,
  file: `${table}.parquet`,
}))

const brand = (customers: number, lines: number) => ({
  orders: `SELECT 'O' || (n // 2) AS order_id, n % 2 + 1 AS line_no, 'C' || (hash(n // 2) % ${customers}) AS customer_id,
            TIMESTAMP '2022-01-01' + to_minutes(CAST(hash(n // 2, 1) % 1570000 AS INTEGER)) AS ordered_at,
            'P' || (hash(n, 2) % 500) AS product_id,
            CASE WHEN hash(n, 3) % 50 = 0 THEN -1 ELSE 1 + hash(n, 4) % 5 END AS quantity,
            CASE WHEN hash(n, 3) % 50 = 0 THEN -1 ELSE 1 END * (1 + hash(n, 5) % 10000) / 100 AS amount,
            hash(n, 6) % 3 AS discount, ['web', 'shop', 'app'][1 + (hash(n // 2, 7) % 3)::INTEGER] AS channel
     FROM range(${lines}) rows(n)`,
  customers: `SELECT 'C' || n AS customer_id, ['female', 'male', NULL][1 + (n % 3)::INTEGER] AS gender,
            DATE '1950-01-01' + (hash(n) % 19000)::INTEGER AS birth_date, 'City ' || (hash(n, 1) % 300) AS city,
            'Country ' || (hash(n, 2) % 12) AS country, hash(n, 3) % 3 = 0 AS consent
     FROM range(${customers}) rows(n)`,
  products: `SELECT 'P' || n AS product_id, 'Product ' || n AS title, 'Group ' || (n % 8) || ' > Kind ' || (n % 40) AS category,
            'Brand ' || (n % 25) AS brand
     FROM range(500) rows(n)`,
})

async function writeBrand(connection: DuckDBConnection, customers: number, lines: number): Promise<void> {
  for (const [table, select] of Object.entries(brand(customers, lines))) {
    const given = (await connection.runAndReadAll(`DESCRIBE ${select}`))
      .getRows()
      .map(([name]) => String(name))
    const columns = Object.entries(tableColumns[table as TableName]).map(
      ([name, type]) => `(${given.includes(name) ? name : 'NULL'})::${type} AS ${name}`,
    )
    const path = warehousePath(folder, `${table}.parquet`)
    await publishParquet(connection, `SELECT ${columns.join(', ')} FROM (${select})`, path)
  }
}

/** What a compute step leaves: features of everybody and segments by value, with made-up distances. */
async function computeSegments(connection: DuckDBConnection, features: number): Promise<Computed> {
  const made = Array.from(
    { length: features - 3 },
    (_, i) => `, (hash(customer_id, ${i}) % 1000)::DOUBLE AS f_made${i}`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE features AS
     SELECT *, date_diff('day', last_purchase, DATE '${asOf}')::DOUBLE AS f_recency, purchases::DOUBLE AS f_frequency,
            net_revenue AS f_monetary ${made.join('')}
     FROM (SELECT customer_id, count(DISTINCT order_id)::INTEGER AS purchases, sum(amount)::DOUBLE AS net_revenue,
                  max(ordered_at)::DATE AS last_purchase
           FROM ${quoteText(warehousePath(folder, 'orders.parquet'))}
           WHERE quantity > 0 AND amount > 0 AND ordered_at < DATE '2025-01-01' GROUP BY customer_id)`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE memberships AS
     SELECT customer_id, segment, d AS distance, (segment + 1) % ${segments} AS second, d * (1 + hash(customer_id, 2) % 9 / 10) AS second_distance,
            0.0 AS x, 0.0 AS y
     FROM (SELECT customer_id, (ntile(${segments}) OVER (ORDER BY net_revenue) - 1)::INTEGER AS segment,
                  (hash(customer_id, 1) % 1000) / 500 AS d FROM features)`,
  )
  const reader = await connection.runAndReadAll(
    'SELECT count(*)::INTEGER FROM memberships GROUP BY segment ORDER BY segment',
  )
  const ofSegment = ([size]: unknown[]): NewSegment => ({
    size: Number(size),
    revenue: 0,
    suggestion: { name: 'average', trait: null, traits: [] },
    profile: { features: [], silhouette: null, centre: null },
  })
  const ids = ['recency', 'frequency', 'monetary', ...made.map((_, i) => `made${i}`)]
  const result = { population: 0, withoutPurchase: 0, features: [] }
  return { features: ids, result, segments: reader.getRows().map(ofSegment), silhouettes: null }
}

const table: (string | number)[][] = []
for (const { customers, lines, features } of sizes) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
  const connection = await warehouse.connect()
  await writeBrand(connection, customers, lines)
  const computed = await computeSegments(connection, features)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await describeSegments({ connection, dataDir: folder, batches, asOf, report: () => {}, computed })
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  table.push(
    [customers, lines, features, Math.round(times[1] ?? 0), memory].map((n) => n.toLocaleString('en')),
  )
  connection.closeSync()
  warehouse.closeSync()
}
rmSync(folder, { recursive: true, force: true })
console.log(markdownTable(['customers', 'lines', 'features', 'median ms', 'process MB'], table))
