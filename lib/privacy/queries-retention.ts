import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { type TableName, tableKeys } from '@/lib/warehouse/tables'
import type { AnyBatch } from './queries-person'
import type { Removal } from './queries-rewrite'
import type { Retention } from './retention-schema'

/** When a record is from; newer values of the same record count. */
const dateOf = {
  orders: 'ordered_at',
  reviews: 'reviewed_on',
  interactions: 'occurred_at',
  campaigns: 'sent_at',
} as const
type Dated = keyof typeof dateOf
const dated = Object.keys(dateOf) as Dated[]

export type DatedBatch = AnyBatch & { createdAt: Date }
type Dataset = { dataDir: string; batches: readonly DatedBatch[] }

const timestamp = (date: Date) => `TIMESTAMP ${quoteText(date.toISOString().slice(0, 19).replace('T', ' '))}`

/** The moment `months` before another, in SQL. */
export const cutoffSql = (at: Date, months: number) => `(${timestamp(at)} - to_months(${months}))`

/** Records with a key, by their date as the dataset stands: leaves table `kept_<table>` (k, expired). */
async function judgeKeys(
  connection: DuckDBConnection,
  { dataDir, batches }: Dataset,
  table: Dated,
  cutoff: string,
): Promise<void> {
  const tables = datasetTables(
    dataDir,
    batches.filter(({ visible }) => visible),
  )
  const key = tableKeys[table]
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE kept_${table} AS WITH ${tables}
     SELECT ${key} AS k, coalesce(max(${dateOf[table]}) < ${cutoff}, false) AS expired
     FROM ${table} WHERE (${key}) IS NOT NULL GROUP BY k`,
  )
}

async function dropDated(
  connection: DuckDBConnection,
  dataset: Dataset,
  table: Dated,
  cutoff: string,
): Promise<Removal> {
  const own = `coalesce(${dateOf[table]} < ${cutoff}, false)`
  const key = tableKeys[table]
  if (key === null) return { drop: own }
  await judgeKeys(connection, dataset, table, cutoff)
  const known = (where: string) => `coalesce((${key}) IN (SELECT k FROM kept_${table}${where}), false)`
  return { drop: `CASE WHEN ${known('')} THEN ${known(' WHERE expired')} ELSE ${own} END` }
}

/**
 * Customers without a sign of life since: no order, review, event, campaign or sign-up, and, where they have no date at
 * all, no import that named them. Leaves `gone_customers` (id).
 */
async function dropCustomers(
  connection: DuckDBConnection,
  { dataDir, batches }: Dataset,
  cutoff: string,
): Promise<Removal> {
  const visible = batches.filter((batch) => batch.visible)
  const tables = datasetTables(dataDir, visible)
  const signs = dated.map((table) => `SELECT customer_id, ${dateOf[table]}::TIMESTAMP AS seen FROM ${table}`)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE signs_of_life AS WITH ${tables}
     SELECT customer_id, max(seen) AS seen FROM (
       ${signs.join(' UNION ALL ')} UNION ALL SELECT customer_id, signed_up_on::TIMESTAMP FROM customers
     ) WHERE customer_id IS NOT NULL GROUP BY customer_id`,
  )
  const times = visible.flatMap(({ table, createdAt }) =>
    table === 'customers' ? [createdAt.getTime()] : [],
  )
  const newest = new Date(Math.max(0, ...times))
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE gone_customers AS WITH ${tables}
     SELECT customer_id AS id FROM customers LEFT JOIN signs_of_life USING (customer_id)
     WHERE customer_id IS NOT NULL AND coalesce(seen, ${timestamp(newest)}) < ${cutoff}
     UNION SELECT contact FROM joined_customers
     JOIN signs_of_life USING (customer_id) WHERE seen < ${cutoff}`,
  )
  return { drop: 'coalesce(customer_id IN (SELECT id FROM gone_customers), false)' }
}

/** What goes from the batches of a workspace by `at`. */
export async function retentionRemovals(
  connection: DuckDBConnection,
  dataset: Dataset,
  retention: Retention,
  at: Date,
): Promise<Partial<Record<TableName, Removal>>> {
  const removals: Partial<Record<TableName, Removal>> = {}
  for (const table of dated) {
    const months = retention[table]
    if (months) removals[table] = await dropDated(connection, dataset, table, cutoffSql(at, months))
  }
  const months = retention.customers
  if (months) removals.customers = await dropCustomers(connection, dataset, cutoffSql(at, months))
  return removals
}

/** How many rows of the dataset as it stands the removals take. */
export async function countRemoved(
  connection: DuckDBConnection,
  { dataDir, batches }: Dataset,
  removals: Partial<Record<TableName, Removal>>,
): Promise<Partial<Record<TableName, number>>> {
  const tables = datasetTables(
    dataDir,
    batches.filter(({ visible }) => visible),
  )
  const counts: Partial<Record<TableName, number>> = {}
  for (const [table, { drop }] of Object.entries(removals)) {
    const [counted] = await queryConnection<{ n: number }>(
      connection,
      `WITH ${tables} SELECT count(*) AS n FROM ${table} WHERE ${drop}`,
    )
    counts[table as TableName] = counted?.n ?? 0
  }
  return counts
}
