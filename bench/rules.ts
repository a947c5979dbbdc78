import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { features } from '@/lib/features/catalogue'
import { featureColumn, fieldColumn } from '@/lib/features/column'
import { parseRule } from '@/lib/rules/parse-rule'
import { readRuleFigures } from '@/lib/segments/queries-rules'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { compare, markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/rules.ts [bench/rules.out.md]
// The live count of the rule builder: 1,000,000 customers, 60 features, 6 fields, segments of other runs. The figure to
// reach is 300 ms. No peer: the product against its own limit.
const folder = fileURLToPath(new URL('./tmp/rules', import.meta.url))
const customers = 1_000_000
const snapshot = warehousePath(folder, 'snapshot.parquet')
const run = warehousePath(folder, 'run.parquet')

const named = ['recency', 'frequency', 'monetary', 'discount_share', 'age']
const shares = Array.from({ length: 60 }, (_, i) => `share:category:C${i}`)
const ids = [...new Set([...named, ...features.map(({ id }) => id), ...shares])].slice(0, 60)
const columns = ids.map((id, i) => {
  const uniform = `(hash(n, ${i}) % 1000003) / 1000003.0`
  const value =
    i % 3 === 0 ? `floor(${uniform} * 700)` : i % 3 === 1 ? `1 + floor(-6 * ln(1e-6 + ${uniform}))` : uniform
  const kept = i % 4 === 3 ? `CASE WHEN hash(n, ${i}, 1) % 10 > 0 THEN ${value} END` : value
  return `(${kept})::DOUBLE AS "${featureColumn(id)}"`
})
const texts: Record<string, string> = {
  gender: "['female', 'male', NULL][1 + (hash(n, 101) % 3)::INTEGER]",
  country: "['Germany', 'France', 'Austria', '中国', 'Italy'][1 + (hash(n, 102) % 5)::INTEGER]",
  city: "'City ' || hash(n, 103) % 3000",
  email_kind: "['free', 'business', 'school'][1 + (hash(n, 104) % 3)::INTEGER]",
  'attribute:Loyalty tier': "['Gold', 'Silver', 'Bronze', NULL][1 + (hash(n, 105) % 4)::INTEGER]",
  'attribute:Shop': "'Shop ' || hash(n, 106) % 40",
}
const fields = Object.entries(texts).map(([field, sql]) => `(${sql})::VARCHAR AS "${fieldColumn(field)}"`)
const id = "'C' || lpad(n::VARCHAR, 8, '0') AS customer_id"

async function writeFiles(warehouse: Awaited<ReturnType<typeof openWarehouse>>): Promise<void> {
  const connection = await warehouse.connect()
  const rows = `FROM range(${customers}) rows(n)`
  await publishParquet(
    connection,
    `SELECT ${id}, (1 + hash(n, 201) % 30)::INTEGER AS purchases, (hash(n, 202) % 1000000) / 100.0 AS net_revenue,
            DATE '2024-01-01' + CAST(hash(n, 203) % 365 AS INTEGER) AS last_purchase, ${[...columns, ...fields].join(', ')}
     ${rows} ORDER BY customer_id`,
    snapshot,
  )
  await publishParquet(
    connection,
    `SELECT ${id}, (hash(n, 301) % 8)::INTEGER AS segment, (hash(n, 202) % 1000000) / 100.0 AS net_revenue
     ${rows} ORDER BY segment, customer_id`,
    run,
  )
  connection.closeSync()
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
await writeFiles(warehouse)

const segments = new Map(
  Array.from({ length: 8 }, (_, position) => [`s${position}`, { path: run, position }]),
)
const rules: [string, string][] = [
  ['everybody', 'everybody'],
  ['one feature', 'recency <= 30'],
  ['three features', 'recency <= 90 and (frequency >= 3 or discount_share >= 25 %)'],
  ['one field', 'country in ("Germany", "Austria")'],
  ['part of a city’s name', 'city contains "ty 12"'],
  ['a segment of 125,000', 'in segment "s1"'],
  ['two segments, one not', 'in segment "s1" or not in segment "s2"'],
  [
    'eight conditions of all kinds',
    `recency <= 120 and (frequency >= 3 or not country in ("Germany", "Austria")) and age between 20 and 60
     and attribute "Loyalty tier" is not "Bronze" and (in segment "s1" or in segment "s3" or city contains "1")`,
  ],
  [
    'twenty features',
    ids
      .slice(15, 35)
      .map((one) => `feature "${one}" >= 0.02`)
      .join(' and '),
  ],
]
const timings = await compare(
  rules.map(([name, text]) => {
    const rule = parseRule(text)
    return { name, run: () => readRuleFigures(warehouse, snapshot, rule, segments) }
  }),
  { rounds: 9 },
)
const counts = await Promise.all(
  rules.map(([, text]) => readRuleFigures(warehouse, snapshot, parseRule(text), segments)),
)
const table = markdownTable(
  ['rule', 'customers found', 'median ms', 'fastest ms'],
  timings.map(({ name, median, fastest }, i) => [
    name,
    counts[i]!.customers,
    Math.round(median),
    Math.round(fastest),
  ]),
)
console.log(table)
if (process.argv[2]) writeFileSync(process.argv[2], `${table}\n`)
warehouse.closeSync()
rmSync(folder, { recursive: true })
