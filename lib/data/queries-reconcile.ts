import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ImportMode } from '@/lib/csv/mapping'
import type { BatchFile } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { isContact } from '@/lib/warehouse/identity'
import { batchKeys, newestValue, tableRows } from '@/lib/warehouse/table-rows'
import { type TableName, tableColumns, tableKeys } from '@/lib/warehouse/tables'

/** How a table's accepted rows stand to what is there; see ImportReport. */
export type Changes = { created: number; updated: number; unchanged: number; removed: number }

const columnNames = (table: TableName) => Object.keys(tableColumns[table])
const one = async <T extends Record<string, unknown>>(connection: DuckDBConnection, sql: string) =>
  (await queryConnection<T>(connection, sql))[0] as T

/**
 * One row per key of a temporary table of accepted rows (with `line`): of each column the last value that is not blank.
 * `repeated`: whether any key is there twice.
 */
export function mergeRepeated(rows: string, table: TableName, repeated: boolean): string {
  const names = columnNames(table).join(', ')
  const key = tableKeys[table]
  if (key === null || !repeated) return `SELECT ${names} FROM ${rows}`
  return `SELECT ${columnNames(table)
    .map((name) => newestValue(name, 'line'))
    .join(', ')}
    FROM (SELECT *, ${key} AS k FROM ${rows}) WHERE k IS NOT NULL GROUP BY k
    UNION ALL SELECT ${names} FROM ${rows} WHERE (${key}) IS NULL`
}

/** Whether a key is there twice among rows. */
export async function hasRepeated(
  connection: DuckDBConnection,
  rows: string,
  table: TableName,
): Promise<boolean> {
  const key = tableKeys[table]
  if (key === null) return false
  const counted = await one<{ repeated: boolean }>(
    connection,
    `SELECT count(k) > count(DISTINCT k) AS repeated FROM (SELECT ${key} AS k FROM ${rows})`,
  )
  return counted.repeated
}

/** Whether a record (new) says anything that the one that is there (old) does not; a blank cell says nothing in an update. */
function differsSql(table: TableName, mode: ImportMode): string {
  const differences = columnNames(table).map((name) => {
    if (mode === 'replace') return `new.${name} IS DISTINCT FROM old.${name}`
    return name === 'attributes'
      ? `(new.${name} IS NOT NULL AND (old.${name} IS NULL OR map_concat(old.${name}, new.${name}) IS DISTINCT FROM old.${name}))`
      : `(new.${name} IS NOT NULL AND new.${name} IS DISTINCT FROM old.${name})`
  })
  return `(${differences.join(' OR ')})`
}

export type Existing = { dataDir: string; batches: readonly BatchFile[] }

/**
 * Counts rows of a table with keys (`rows`, with `line`) against its records as they are: the first row of a key is
 * compared with the record that is there, each further one with the row before it.
 */
async function compareRecords(
  connection: DuckDBConnection,
  table: TableName,
  key: string,
  mode: ImportMode,
  rows: string,
  { dataDir, batches }: Existing,
): Promise<Changes> {
  const names = columnNames(table).join(', ')
  const known = 'old.k IS NOT NULL'
  const changed = mode === 'append' ? 'false' : differsSql(table, mode)
  const there = `SELECT ${names}, ${key} AS k FROM (${tableRows(dataDir, table, batches)})`
  const removed =
    mode === 'replace'
      ? '(SELECT count(*) FROM there WHERE k IS NULL OR k NOT IN (SELECT k FROM new WHERE k IS NOT NULL))'
      : '0'
  return one<Changes>(
    connection,
    `WITH there AS (${there}),
    numbered AS (SELECT *, ${key} AS k, hash(${names}) AS content FROM ${rows}),
    new AS (
      SELECT *, row_number() OVER (PARTITION BY k ORDER BY line) AS nth,
        lag(content) OVER (PARTITION BY k ORDER BY line) AS before
      FROM numbered WHERE k IS NOT NULL
      UNION ALL SELECT *, 1, NULL FROM numbered WHERE k IS NULL),
    judged AS (
      SELECT CASE WHEN nth > 1 THEN CASE WHEN content = before THEN 'unchanged' ELSE 'updated' END
        WHEN NOT (${known}) THEN 'created'
        WHEN ${changed} THEN 'updated' ELSE 'unchanged' END AS change
      FROM new LEFT JOIN there AS old ON new.k = old.k)
    SELECT count(*) FILTER (change = 'created') AS created, count(*) FILTER (change = 'updated') AS updated,
      count(*) FILTER (change = 'unchanged') AS unchanged, ${removed} AS removed
    FROM judged`,
  )
}

/**
 * Counts order lines (`rows`) against those that are there. Lines have no key of their own: within an order equal lines
 * are unchanged, of the others as many as there were before are updated, and the rest is created or removed.
 */
async function compareLines(
  connection: DuckDBConnection,
  mode: ImportMode,
  rows: string,
  { dataDir, batches }: Existing,
): Promise<Changes> {
  const names = columnNames('orders').join(', ')
  const order = mode === 'replace' ? "coalesce(order_id, '')" : 'order_id'
  return one<Changes>(
    connection,
    `WITH there AS (SELECT ${order} AS o, ${names} FROM (${tableRows(dataDir, 'orders', batches)})),
    given AS (SELECT ${order} AS o, ${names} FROM ${rows}),
    old AS (SELECT o, hash(${names}) AS content, count(*) AS n FROM there
      ${mode === 'replace' ? '' : 'WHERE o IN (SELECT o FROM given WHERE o IS NOT NULL)'} GROUP BY ALL),
    new AS (SELECT o, hash(${names}) AS content, count(*) AS n FROM given WHERE o IN (SELECT o FROM old) GROUP BY ALL),
    same AS (SELECT new.o, sum(least(new.n, old.n)) AS n FROM new JOIN old USING (o, content) GROUP BY new.o),
    orders AS (
      SELECT o, coalesce(b.n, 0) - coalesce(same.n, 0) AS after, a.n - coalesce(same.n, 0) AS before,
        coalesce(same.n, 0) AS equal
      FROM (SELECT o, sum(n) AS n FROM old GROUP BY o) a
      LEFT JOIN (SELECT o, sum(n) AS n FROM new GROUP BY o) b USING (o) LEFT JOIN same USING (o)),
    sums AS (
      SELECT coalesce(sum(least(after, before)), 0)::BIGINT AS updated, coalesce(sum(equal), 0)::BIGINT AS unchanged,
        coalesce(sum(before - least(after, before)), 0)::BIGINT AS removed
      FROM orders)
    SELECT (SELECT count(*) FROM given) - updated - unchanged AS created, updated, unchanged, removed FROM sums`,
  )
}

/** How accepted rows (a table or query in parentheses, with `line` unless of orders) stand to the records that are there. */
export async function compareRows(
  connection: DuckDBConnection,
  table: TableName,
  mode: ImportMode,
  rows: string,
  existing: Existing,
): Promise<Changes> {
  const key = tableKeys[table]
  const here = existing.batches.filter((batch) => batch.table === table)
  const linesAlone = table === 'orders' && (here.length === 0 || mode === 'append')
  if (linesAlone || (key === null && mode !== 'replace')) {
    const { created } = await one<{ created: number }>(connection, `SELECT count(*) AS created FROM ${rows}`)
    return { created, updated: 0, unchanged: 0, removed: 0 }
  }
  const batches = { ...existing, batches: here }
  if (table === 'orders') return compareLines(connection, mode, rows, batches)
  return compareRecords(connection, table, key ?? 'NULL::VARCHAR', mode, rows, batches)
}

/** Ids of the table's batches that hold some of the keys of `published`. */
export async function findOverlaps(
  connection: DuckDBConnection,
  table: TableName,
  published: BatchFile,
  { dataDir, batches }: Existing,
): Promise<string[]> {
  const keys = batchKeys(dataDir, table, published)
  const older = batches.filter((batch) => batch.table === table && batch.id !== undefined)
  if (keys === null || older.length === 0) return []
  const tests = older.map(
    (batch, index) =>
      `SELECT ${index} AS n WHERE EXISTS (SELECT 1 FROM (${batchKeys(dataDir, table, batch)}) WHERE k IN (SELECT k FROM keys))`,
  )
  const found = await queryConnection<{ n: number }>(
    connection,
    `WITH keys AS MATERIALIZED (SELECT DISTINCT k FROM (${keys})) ${tests.join(' UNION ALL ')}`,
  )
  return found.map(({ n }) => older[n]?.id as string)
}

/** Rows of a published file that name their customer by contact; 0 for tables without customers. */
export async function countContacts(
  connection: DuckDBConnection,
  table: TableName,
  rows: string,
): Promise<number> {
  if (!('customer_id' in tableColumns[table])) return 0
  const counted = await one<{ n: number }>(
    connection,
    `SELECT count(*) FILTER (${isContact('customer_id')}) AS n FROM ${rows}`,
  )
  return counted.n
}
