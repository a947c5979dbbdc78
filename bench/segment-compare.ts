import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFlows, readMovers } from '@/lib/segments/queries-compare'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { compare, markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/segment-compare.ts [bench/segment-compare.md]
// Two segmentations of 1,000,000 customers side by side: the flows between their segments, and pages of who moved. The
// figure to reach is two seconds for the first look; flows are remembered. No peer: the product against its own limit.
const folder = fileURLToPath(new URL('./tmp/segment-compare', import.meta.url))
const customers = 1_000_000
const paths = { a: warehousePath(folder, 'a.parquet'), b: warehousePath(folder, 'b.parquet') }
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
const connection = await warehouse.connect()
/** Nine in ten are in the same of eight segments in both; a twentieth is in one alone. */
const write = (path: string, salt: number, rest: string) =>
  publishParquet(
    connection,
    `SELECT 'C' || lpad(n::VARCHAR, 8, '0') AS customer_id,
            (CASE WHEN hash(n, ${salt}) % 10 = 0 THEN hash(n, ${salt}, 1) ELSE hash(n) END % 8)::INTEGER AS segment,
            (hash(n, 2) % 1000000) / 100.0 AS net_revenue, (1 + hash(n, 3) % 30)::INTEGER AS purchases,
            DATE '2024-01-01' + CAST(hash(n, 4) % 365 AS INTEGER) AS last_purchase
     FROM range(${customers}) rows(n) WHERE ${rest} ORDER BY segment, customer_id`,
    path,
  )
await write(paths.a, 11, 'hash(n, 5) % 20 > 0')
await write(paths.b, 12, 'hash(n, 6) % 20 > 0')
connection.closeSync()

const flows = await readFlows(warehouse, paths.a, paths.b)
const stay = flows[0]!
const last = Math.ceil(stay.customers / 25)
const timings = await compare(
  [
    { name: 'flows between all segments', run: () => readFlows(warehouse, paths.a, paths.b) },
    {
      name: `first page of the largest flow (${stay.customers} customers)`,
      run: () => readMovers(warehouse, paths, stay, { page: 1, pageSize: 25 }),
    },
    { name: 'its last page', run: () => readMovers(warehouse, paths, stay, { page: last, pageSize: 25 }) },
    {
      name: 'first page of the new customers of a segment',
      run: () => readMovers(warehouse, paths, { from: null, to: 0 }, { page: 1, pageSize: 25 }),
    },
  ],
  { rounds: 5 },
)
const table = markdownTable(
  ['question', 'median', 'fastest'],
  timings.map(({ name, median, fastest }) => [name, `${median.toFixed(0)} ms`, `${fastest.toFixed(0)} ms`]),
)
console.log(table)
const out = process.argv[2]
if (out) {
  const heading = '# Two segmentations of 1,000,000 customers side by side'
  const note = 'Two threads, 700 MB for DuckDB; medians of five. To reach: two seconds for the first look.'
  writeFileSync(out, `${heading}\n\n${note}\n\n${table}\n`)
}
warehouse.closeSync()
rmSync(folder, { recursive: true, force: true })
