import 'server-only'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { featureById, features } from '@/lib/features/catalogue'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection, queryRows } from '@/lib/warehouse/duckdb'
import { quoteName } from '@/lib/warehouse/sql'
import type { FeatureTable } from './feature-table'
import type { SegmentationOptions } from './schema'

const purchase = 'quantity > 0 AND amount > 0'

/**
 * Which features the data supports (a need is met by any value in its column) and the days with purchases of named
 * customers; null when there is no such purchase.
 */
export async function findAvailability(
  warehouse: DuckDBInstance,
  dataDir: string,
  batches: BatchFile[],
): Promise<SegmentationOptions | null> {
  const needs = new Map(
    features.flatMap((feature) => feature.needs).map((need) => [`${need.table}.${need.column}`, need]),
  )
  const checks = [...needs].map(
    ([key, { table, column }]) =>
      `EXISTS (SELECT 1 FROM ${table} WHERE ${column} IS NOT NULL) AS ${quoteName(key)}`,
  )
  type Answer = Record<string, boolean> & { first_date: string | null; last_date: string | null }
  const [answer] = await queryRows<Answer>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT ${checks.join(', ')},
            (SELECT min(ordered_at)::DATE::VARCHAR FROM orders WHERE customer_id IS NOT NULL AND ${purchase}) AS first_date,
            (SELECT max(ordered_at)::DATE::VARCHAR FROM orders WHERE customer_id IS NOT NULL AND ${purchase}) AS last_date`,
  )
  if (!answer?.first_date || !answer.last_date) return null
  const unmet = (id: string) =>
    (featureById(id)?.needs ?? []).filter(({ table, column }) => !answer[`${table}.${column}`])
  const ids = features.map(({ id }) => id)
  return {
    available: ids.filter((id) => unmet(id).length === 0),
    missing: ids.map((id) => ({ feature: id, needs: unmet(id) })).filter(({ needs }) => needs.length > 0),
    firstDate: answer.first_date,
    lastDate: answer.last_date,
  }
}

/** What a chosen feature's SQL may name: [per purchase (or return), per customer from those]. */
const aggregates: Record<string, [string, string]> = {
  units: ['sum(quantity) FILTER (WHERE bought)', 'sum(units)'],
  discounts: ['sum(discount) FILTER (WHERE bought)', 'coalesce(sum(discounts), 0)'],
  returns: ['-sum(amount) FILTER (WHERE returned)', 'coalesce(sum(returns), 0)'],
  recent_sales: [
    'sum(amount) FILTER (WHERE bought AND ordered_at >= $1::DATE - INTERVAL 89 DAY)',
    'coalesce(sum(recent_sales), 0)',
  ],
  weekend_purchases: [
    'bool_or(isodow(ordered_at) >= 6) FILTER (WHERE bought)',
    'count(*) FILTER (WHERE weekend_purchases)',
  ],
}

/** The same for what needs a query of its own, one row per customer. */
const joins: Record<string, string> = {
  distinct_products: `SELECT customer_id, count(product_id) AS distinct_products
    FROM (SELECT DISTINCT customer_id, product_id FROM lines WHERE bought) GROUP BY customer_id`,
  distinct_categories: `SELECT customer_id, count(DISTINCT category) AS distinct_categories
    FROM (SELECT DISTINCT customer_id, product_id FROM lines WHERE bought) JOIN products USING (product_id)
    GROUP BY customer_id`,
  birth_date: 'SELECT customer_id, birth_date FROM customers',
  average_rating: `SELECT customer_id, avg(rating) AS average_rating FROM reviews
    WHERE reviewed_on IS NULL OR reviewed_on <= $1::DATE GROUP BY customer_id`,
}

// Lines are summed per purchase first: that counts purchases without the slow count(DISTINCT). Money is summed exactly
// as DECIMAL and divided as DOUBLE. Every customer of the orders has a row, those without a purchase too.
function featureSql(dataDir: string, batches: BatchFile[], ids: readonly string[]): string {
  const chosen = ids.map((id) => ({ id, sql: featureById(id)?.sql ?? 'NULL' }))
  const isNamed = ([name]: [string, unknown]) =>
    chosen.some(({ sql }) => new RegExp(`\\b${name}\\b`).test(sql))
  const summed = Object.entries(aggregates).filter(isNamed)
  const joined = Object.entries(joins).filter(isNamed)
  const sources = joined.map(([name, sql]) => `, from_${name} AS (${sql})`)
  const from = joined.map(([name]) => ` LEFT JOIN from_${name} USING (customer_id)`)
  const columns = chosen.map(({ id, sql }) => `, (${sql})::DOUBLE AS ${quoteName(`f_${id}`)}`)
  return `
    WITH ${datasetTables(dataDir, batches)},
    lines AS (
      SELECT *, ${purchase} AND ordered_at < $1::DATE + INTERVAL 1 DAY AS bought,
             quantity < 0 AND ordered_at < $1::DATE + INTERVAL 1 DAY AS returned
      FROM orders WHERE customer_id IS NOT NULL),
    per_purchase AS (
      SELECT customer_id, sum(amount) FILTER (WHERE bought) AS sales,
             sum(amount) FILTER (WHERE bought OR returned) AS net_revenue,
             min(ordered_at) FILTER (WHERE bought) AS first_purchase,
             max(ordered_at) FILTER (WHERE bought) AS last_purchase
             ${summed.map(([name, [sql]]) => `, ${sql} AS ${name}`).join('')}
      FROM lines GROUP BY customer_id, order_id, CASE WHEN order_id IS NULL THEN ordered_at END),
    per_customer AS (
      SELECT customer_id, $1::DATE AS as_of, count(sales)::INTEGER AS purchases, sum(sales)::DOUBLE AS sales,
             sum(net_revenue)::DOUBLE AS net_revenue, min(first_purchase)::DATE AS first_purchase,
             max(last_purchase)::DATE AS last_purchase
             ${summed.map(([name, [, sql]]) => `, ${sql} AS ${name}`).join('')}
      FROM per_purchase GROUP BY customer_id)
    ${sources.join('')}
    SELECT customer_id, purchases, net_revenue, last_purchase ${columns.join('')}
    FROM per_customer ${from.join('')}`
}

/** YYYY-MM-DD of days since 1970-01-01; the few days are written once for the many customers. */
function createDayNames(): (day: number) => string {
  const names = new Map<number, string>()
  return (day) => {
    const name = names.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10)
    names.set(day, name)
    return name
  }
}

async function readColumns(connection: DuckDBConnection, ids: readonly string[], rows: number) {
  const table: Omit<FeatureTable, 'withoutPurchase'> = {
    customerIds: [],
    values: ids.map(() => new Float64Array(rows)),
    revenue: new Float64Array(rows),
    purchases: new Int32Array(rows),
    lastPurchase: [],
  }
  const dayName = createDayNames()
  const columns = ids.map((id) => quoteName(`f_${id}`))
  const result = await connection.stream(
    `SELECT customer_id, (last_purchase - DATE '1970-01-01')::INTEGER, purchases, net_revenue${columns.map((name) => `, ${name}`).join('')}
     FROM features ORDER BY customer_id`,
  )
  for (let start = 0; ; ) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return table
    table.customerIds.push(...(chunk.getColumnValues(0) as string[]))
    for (const day of chunk.getColumnValues(1) as number[]) table.lastPurchase.push(dayName(day))
    table.purchases.set(chunk.getColumnValues(2) as number[], start)
    table.revenue.set(chunk.getColumnValues(3) as number[], start)
    table.values.forEach((column, i) => {
      const values = chunk.getColumnValues(4 + i) as (number | null)[]
      for (let row = 0; row < values.length; row++) column[start + row] = values[row] ?? Number.NaN
    })
    start += chunk.rowCount
  }
}

/**
 * The chosen features of every customer with a purchase by the end of the as-of day. Leaves them on the connection as
 * the temporary table `features` (customer_id, purchases, net_revenue, last_purchase, f_<id>), for `writeResult`.
 */
export async function loadFeatures(
  connection: DuckDBConnection,
  dataDir: string,
  batches: BatchFile[],
  ids: readonly string[],
  asOf: string,
): Promise<FeatureTable> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE features AS ${featureSql(dataDir, batches, ids)}`, [
    asOf,
  ])
  const [counts] = await queryConnection<{ rows: number; others: number }>(
    connection,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT count(*) FILTER (WHERE purchases > 0) AS rows,
            count(*) FILTER (WHERE purchases = 0) +
            (SELECT count(customer_id) FROM customers ANTI JOIN features USING (customer_id)) AS others
     FROM features`,
  )
  await connection.run('DELETE FROM features WHERE purchases = 0')
  const table = await readColumns(connection, ids, counts?.rows ?? 0)
  return { ...table, withoutPurchase: counts?.others ?? 0 }
}
