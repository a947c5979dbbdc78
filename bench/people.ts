import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startReceipt } from '@/lib/privacy/export-receipt'
import { maskFor } from '@/lib/privacy/mask'
import { formatPerson } from '@/lib/segments/export-rows'
import type { ExportColumn } from '@/lib/segments/export-schema'
import { countExport, streamPeople } from '@/lib/segments/queries-export'
import { readPeople } from '@/lib/segments/queries-people'
import { readDistribution, readMap } from '@/lib/segments/queries-results'
import { type PeopleQuery, peopleQuerySchema } from '@/lib/segments/schema'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { tableColumns } from '@/lib/warehouse/tables'
import { compare, markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/people.ts
// A segment of 500,000 people: pages of its table, its charts, its export. No peer: the product against its own limits.
const folder = fileURLToPath(new URL('./tmp/people', import.meta.url))
const people = 500_000
const dataset = { dataDir: folder, batches: [{ table: 'customers', file: 'customers.parquet' }] }
const result = { path: warehousePath(folder, 'result.parquet'), segment: 0 }

const customers: Record<string, string> = {
  customer_id: "'C' || lpad(n::VARCHAR, 7, '0')",
  email: "'person' || hash(n, 1) % 10000000 || '@example.com'",
  phone: "'+49' || hash(n, 2) % 1000000000",
  first_name: "['Anna', 'Ben', 'Chloé', '伟', 'Emma'][1 + (hash(n, 3) % 5)::INTEGER]",
  last_name: "'Name' || hash(n, 4) % 20000",
  city: "['Berlin', 'Lyon', '上海', 'Wien'][1 + (hash(n, 5) % 4)::INTEGER]",
  consent: 'hash(n, 6) % 2 = 0',
}
const customerColumns = Object.entries(tableColumns.customers).map(
  ([name, type]) => `(${customers[name] ?? 'NULL'})::${type} AS ${name}`,
)
const members = `
  SELECT ${customers.customer_id} AS customer_id, 0 AS segment, hash(n, 7) % 100000 / 3e4 AS distance,
         (hash(n, 8) % 100000 / 2e4) AS x, (hash(n, 9) % 100000 / 2e4) AS y, (1 + hash(n, 10) % 30)::INTEGER AS purchases,
         (hash(n, 11) % 1000000) / 100 AS net_revenue, DATE '2024-01-01' + CAST(hash(n, 12) % 365 AS INTEGER) AS last_purchase,
         net_revenue / purchases AS f_average_order_value
  FROM range(${people}) rows(n)`

async function writeFiles(warehouse: Awaited<ReturnType<typeof openWarehouse>>): Promise<void> {
  const connection = await warehouse.connect()
  const select = `SELECT ${customerColumns.join(', ')} FROM range(${people}) rows(n)`
  await publishParquet(connection, select, warehousePath(folder, 'customers.parquet'))
  await publishParquet(connection, `${members} ORDER BY segment, customer_id`, result.path)
  connection.closeSync()
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
await writeFiles(warehouse)

const page = (query: Partial<PeopleQuery>) => async () => {
  const { total } = await readPeople(warehouse, dataset, result, peopleQuerySchema.parse(query), {
    mask: maskFor({ role: 'analyst' }),
    personal: {},
  })
  if (total === 0) throw new Error(`Nobody found by ${JSON.stringify(query)}`)
}

const columns: ExportColumn[] = [
  'customer_id',
  'email',
  'first_name',
  'last_name',
  'revenue',
  'last_purchase',
]
const source = {
  ...{ dataset, result },
  options: { format: 'spreadsheet' as const, columns, onlyConsented: false, pseudonymised: false },
}

/** As a download does it: the counts first, and a receipt of who leaves. */
async function exportAll(): Promise<number> {
  let bytes = 0
  await countExport(warehouse, source, 10)
  const receipt = startReceipt(folder, crypto.randomUUID())
  const keys = { receipt: 'a key', pseudonym: 'another' }
  for await (const { digests, cells } of streamPeople(warehouse, source, 'Everybody', keys)) {
    await receipt.add(digests)
    for (const person of cells) bytes += formatPerson(columns, person, 'spreadsheet').length
  }
  await receipt.close()
  return bytes
}

const timings = await compare([
  { name: 'page 1 by revenue', run: page({}) },
  { name: 'page 1 by last purchase', run: page({ sort: 'lastPurchase' }) },
  { name: 'page 1 by customer id', run: page({ sort: 'customer', direction: 'asc' }) },
  { name: 'page 10,000 by revenue', run: page({ page: 10_000 }) },
  { name: 'page 20,000, the last, by distance', run: page({ page: 20_000, sort: 'distance' }) },
  { name: 'search “name1999”, page 1', run: page({ search: 'name1999' }) },
  { name: 'search “上海”, page 1', run: page({ search: '上海' }) },
  { name: 'search “c0499999”, page 1', run: page({ search: 'c0499999' }) },
  { name: 'map: 50,000 points of 500,000', run: () => readMap(warehouse, result.path) },
  {
    name: 'distribution of a feature',
    run: () => readDistribution(warehouse, result.path, 'average_order_value'),
  },
])
const before = process.memoryUsage().rss
const [download] = await compare(
  [{ name: 'export of 500,000 people, 6 columns, with counts and receipt', run: exportAll }],
  {
    rounds: 3,
  },
)
const rows = [...timings, download!].map(({ name, median, fastest }) => [
  name,
  Math.round(median),
  Math.round(fastest),
])
const table = markdownTable(['500,000 people in one segment', 'median ms', 'fastest ms'], rows)
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
const memory = `Memory of the process: ${Math.round(before / 2 ** 20)} MB before the exports, ${peak} MB at its peak.`
console.log(`${table}\n\n${memory}`)
if (process.argv[2]) writeFileSync(process.argv[2], `${table}\n\n${memory}\n`)
warehouse.closeSync()
rmSync(folder, { recursive: true })
