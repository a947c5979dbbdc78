import { mkdirSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareMatrix } from '@/lib/clustering/prepare'
import { findAvailability } from '@/lib/segments/queries-availability'
import { loadFeatures } from '@/lib/segments/queries-features'
import { findOwnFeatures } from '@/lib/segments/queries-own-features'
import { summariseSnapshot, writeSnapshot } from '@/lib/segments/queries-snapshot'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { type TableName, tableColumns } from '@/lib/warehouse/tables'
import { markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/features-snapshot.ts [customers]
// Every feature of a brand that brings everything (ten order lines a customer), step by step as the features job does
// it; then twelve features into typed arrays and prepared, as a clustering run does it.
const customers = Number(process.argv[2] ?? 100_000)
const lines = customers * 10
const folder = fileURLToPath(new URL('./tmp/features-snapshot', import.meta.url))
const asOf = '2024-12-31'
const person = (salt: number, n = 'n') => `'C' || (hash(${n}, ${salt}) % ${customers})`
const moment = (salt: number, n = 'n') =>
  `TIMESTAMP '2023-01-01' + to_minutes(CAST(hash(${n}, ${salt}) % 1051200 AS INTEGER))`
const oneOf = (values: string[], salt: number) =>
  `list_extract([${values.map((value) => `'${value}'`).join(', ')}], 1 + (hash(n, ${salt}) % ${values.length})::INTEGER)`

type Table = { rows: number; columns: Record<string, string> }
const tables: Partial<Record<TableName, Table>> = {
  orders: {
    rows: lines,
    columns: {
      order_id: "'O' || (n // 3)",
      line_no: 'n % 3 + 1',
      customer_id: person(1, 'n // 3'),
      ordered_at: moment(2, 'n // 3'),
      product_id: "'P' || (hash(n, 3) % 2000)",
      quantity: 'CASE WHEN hash(n, 4) % 50 = 0 THEN -1 ELSE 1 + hash(n, 5) % 5 END',
      amount: 'CASE WHEN hash(n, 4) % 50 = 0 THEN -1 ELSE 1 END * (hash(n, 6) % 10000) / 100',
      discount: 'CASE WHEN hash(n, 7) % 4 = 0 THEN (hash(n, 8) % 500) / 100 END',
      channel: oneOf(['web', 'app', 'store', 'phone'], 9),
    },
  },
  products: {
    rows: 2000,
    columns: {
      product_id: "'P' || n",
      category: "'Category ' || (hash(n) % 12)",
      brand: "'Brand ' || (hash(n, 1) % 30)",
      price: '(hash(n, 2) % 20000) / 100',
    },
  },
  customers: {
    rows: customers,
    columns: {
      customer_id: "'C' || n",
      email: `'c' || n || '@' || ${oneOf(['gmail.com', 'acme.example', 'qq.com', 'mit.edu'], 10)}`,
      gender: oneOf(['f', 'm', ''], 11),
      birth_date: "DATE '1950-01-01' + (hash(n, 12) % 20000)::INTEGER",
      city: "'City ' || (hash(n, 13) % 300)",
      country: oneOf(['DE', 'AT', 'CH', 'FR', 'IT'], 14),
      signed_up_on: "DATE '2022-06-01' + (hash(n, 15) % 400)::INTEGER",
      consent: 'hash(n, 16) % 3 > 0',
      attributes: `MAP {'Plan': ${oneOf(['Basic', 'Plus', 'Gold'], 17)}, 'Points': (hash(n, 18) % 5000)::VARCHAR,
        'Shop': 'Shop ' || (hash(n, 19) % 40), 'Height': (150 + hash(n, 20) % 50)::VARCHAR,
        'Code': 'X' || hash(n, 21), 'Newsletter': ${oneOf(['yes', 'no'], 22)}}`,
    },
  },
  reviews: {
    rows: customers,
    columns: {
      review_id: "'R' || n",
      customer_id: person(23),
      rating: '1 + hash(n, 24) % 5',
      reviewed_on: `(${moment(25)})::DATE`,
    },
  },
  interactions: {
    rows: customers * 5,
    columns: {
      customer_id: person(26),
      product_id: "'P' || (hash(n, 27) % 2000)",
      event: oneOf(['view', 'view', 'add to cart', 'wishlist'], 28),
      occurred_at: moment(29),
    },
  },
  campaigns: {
    rows: customers * 2,
    columns: {
      campaign: "'K' || n % 20",
      customer_id: person(30),
      sent_at: moment(31),
      responded: 'hash(n, 32) % 10 = 0',
    },
  },
  links: {
    rows: Math.floor(customers / 2),
    columns: { from_id: person(33), to_id: person(34), kind: "'referral'" },
  },
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
const connection = await warehouse.connect()
for (const [name, { rows, columns }] of Object.entries(tables)) {
  const select = Object.entries(tableColumns[name as TableName]).map(
    ([column, type]) => `(${columns[column] ?? 'NULL'})::${type} AS ${column}`,
  )
  const path = warehousePath(folder, `${name}.parquet`)
  await publishParquet(connection, `SELECT ${select.join(', ')} FROM range(${rows}) rows(n)`, path)
}
const batches = Object.keys(tables).map((table) => ({ table, file: `${table}.parquet` }))
const dataset = { dataDir: folder, batches, asOf }

const rows: (string | number)[][] = []
let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 50)
async function time<T>(name: string, run: () => Promise<T> | T): Promise<T> {
  const start = performance.now()
  const result = await run()
  rows.push([name, Math.round(performance.now() - start)])
  return result
}

const options = await time('which features the data supports', () =>
  findAvailability(warehouse, folder, batches),
)
const own = await time('the brand’s own columns: numbers, levels, shares', () =>
  findOwnFeatures(connection, dataset),
)
const ids = [...(options?.available ?? []), ...own.ids]
const path = warehousePath(folder, 'snapshot.parquet')
const counts = await time('all features, written as a Parquet file', () =>
  writeSnapshot(connection, dataset, ids, own, path, () => {}),
)
const { correlations } = await time('figures of every feature, correlations of every pair', () =>
  summariseSnapshot(connection, path, ids, counts.customers, () => {}),
)
const twelve = ids.filter((id) => /^(recency|frequency|monetary|tenure|purchase_gap|recent_share)$/.test(id))
twelve.push('weekend_share', 'items_per_purchase', 'discount_share', 'return_share', 'largest_order', 'age')
const table = await time('twelve features into typed arrays', () =>
  loadFeatures(connection, folder, batches, twelve, asOf),
)
await time('the same, prepared for distances', () => prepareMatrix(table.values))
clearInterval(watch)

console.log(`${counts.customers} customers with a purchase, ${lines} lines, ${ids.length} features,`)
console.log(`${correlations.length} correlated pairs, file of ${Math.round(statSync(path).size / 1e6)} MB,`)
console.log(`at most ${Math.round(peak / 1e6)} MB of memory`)
console.log(markdownTable([`${customers} customers`, 'ms'], rows))
connection.closeSync()
warehouse.closeSync()
rmSync(folder, { recursive: true })
