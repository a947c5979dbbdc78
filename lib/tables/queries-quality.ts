import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryRows } from '@/lib/warehouse/duckdb'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import { rowSetConditions } from './queries-row-sets'
import { countTables } from './queries-rows'
import { type RowSet, rowSets, rowSetTables } from './schema'
import type { People, Person, Quality } from './schema-quality'

const peopleListed = 50
const idsListed = 5

export type QualityFacts = {
  rows: Record<TableName, number>
  /** Rows of each set, and their sales where they are order lines. */
  sets: Record<RowSet, { rows: number; sales: number }>
  /** Σ amount of all purchase lines */
  sales: number
  historyDays: number | null
  currencies: Quality['currencies']
}

type Counts = { sales: number } & Record<string, number>

/** Counts the rows of all sets of one table in one pass. */
async function countSets(warehouse: DuckDBInstance, tables: string, table: TableName, today: string) {
  const sets = rowSets.filter((set) => rowSetTables[set] === table)
  const flags = sets.map((set) => `(${rowSetConditions[set]}) AS "${set}"`)
  const sales = table === 'orders' ? 'CASE WHEN quantity > 0 AND amount > 0 THEN amount END' : 'NULL::DOUBLE'
  const sums = sets.flatMap((set) => [
    `count(*) FILTER ("${set}") AS "${set}"`,
    `coalesce(sum(net) FILTER ("${set}"), 0)::DOUBLE AS "${set}Sales"`,
  ])
  const sql = `WITH ${tables} SELECT coalesce(sum(net), 0)::DOUBLE AS sales, ${sums.join(', ')}
    FROM (SELECT ${[...flags, `${sales} AS net`].join(', ')} FROM ${table})`
  const [row] = await queryRows<Counts>(warehouse, sql, sql.includes('$today') ? { today } : {})
  const counted = sets.map((set) => [set, { rows: row?.[set] ?? 0, sales: row?.[`${set}Sales`] ?? 0 }])
  return { sales: row?.sales ?? 0, counted }
}

async function readOrders(warehouse: DuckDBInstance, tables: string) {
  const [history] = await queryRows<{ days: number | null }>(
    warehouse,
    `WITH ${tables} SELECT date_diff('day', min(ordered_at)::DATE, max(ordered_at)::DATE) + 1 AS days FROM orders`,
  )
  const currencies = await queryRows<Quality['currencies'][number]>(
    warehouse,
    `WITH ${tables} SELECT upper(trim(currency)) AS currency, count(*) AS lines FROM orders
     WHERE coalesce(trim(currency), '') <> '' GROUP BY ALL ORDER BY lines DESC, currency LIMIT 20`,
  )
  return { historyDays: history?.days ?? null, currencies }
}

/** Everything that the ranking asks of a dataset; `today` as in rowSetConditions. */
export async function readFacts(
  warehouse: DuckDBInstance,
  tables: string,
  today: string,
): Promise<QualityFacts> {
  const overview = await countTables(warehouse, tables)
  const rows = Object.fromEntries(overview.map(({ table, rows }) => [table, rows])) as QualityFacts['rows']
  const checked = tableNames.filter((table) => Object.values<TableName>(rowSetTables).includes(table))
  const parts: Awaited<ReturnType<typeof countSets>>[] = []
  // One after the other: each may need the memory of a whole table's ids.
  for (const table of checked) parts.push(await countSets(warehouse, tables, table, today))
  const sets = Object.fromEntries(parts.flatMap(({ counted }) => counted)) as QualityFacts['sets']
  const sales = parts.reduce((sum, part) => sum + part.sales, 0)
  return { rows, sets, sales, ...(await readOrders(warehouse, tables)) }
}

async function readPeople(warehouse: DuckDBInstance, tables: string, groups: string): Promise<People> {
  type Row = Person & { all: number }
  const rows = await queryRows<Row>(
    warehouse,
    `WITH ${tables}, people AS (${groups})
     SELECT contact, ids[1:${idsListed}] AS "customerIds", len(ids) AS count, count(*) OVER () AS "all"
     FROM people ORDER BY count DESC, contact LIMIT ${peopleListed}`,
  )
  return {
    count: rows[0]?.all ?? 0,
    first: rows.map(({ contact, customerIds, count }) => ({ contact, customerIds, count })),
  }
}

/** People who were joined by their e-mail address or phone number. */
export function readJoined(warehouse: DuckDBInstance, tables: string): Promise<People> {
  return readPeople(
    warehouse,
    tables,
    'SELECT contact, list(customer_id ORDER BY customer_id) AS ids FROM joined_customers GROUP BY contact',
  )
}

/** E-mail addresses that stand with several customer ids. */
export function readSameEmail(warehouse: DuckDBInstance, tables: string): Promise<People> {
  return readPeople(
    warehouse,
    tables,
    `SELECT nullif(lower(trim(email)), '') AS contact, list(customer_id ORDER BY customer_id) AS ids FROM customers
     WHERE email IS NOT NULL GROUP BY contact HAVING contact IS NOT NULL AND count(*) > 1`,
  )
}
