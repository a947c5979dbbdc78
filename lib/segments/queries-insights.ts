import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'

export type InsightsInput = {
  connection: DuckDBConnection
  dataDir: string
  batches: BatchFile[]
  /** YYYY-MM-DD */
  asOf: string
}

const oldestAge = 120

/** Everybody in `features` with what is known of them; segment −1 = in none. */
const peopleSql = `
  known AS (
    SELECT customer_id, consent, nullif(trim(gender), '') AS gender, nullif(trim(city), '') AS city,
           nullif(trim(country), '') AS country, date_sub('year', birth_date, $1::DATE) AS years
    FROM customers WHERE customer_id IS NOT NULL)
  SELECT row_number() OVER ()::INTEGER AS n, customer_id, coalesce(segment, -1)::INTEGER AS segment, purchases,
         net_revenue, date_diff('day', last_purchase, $1::DATE) AS recency, consent, gender, city, country,
         CASE WHEN years BETWEEN 0 AND ${oldestAge} THEN years::INTEGER END AS age
  FROM features LEFT JOIN memberships USING (customer_id) LEFT JOIN known USING (customer_id)`

/** Products with numbers for their category and brand, which are counted faster than texts. */
const productsSql = `
  named AS (SELECT product_id, nullif(trim(title), '') AS title, nullif(trim(category), '') AS category,
                   nullif(trim(brand), '') AS brand
            FROM products WHERE product_id IS NOT NULL)
  SELECT *, CASE WHEN category IS NOT NULL THEN dense_rank() OVER (ORDER BY category)::INTEGER END AS category_number,
         CASE WHEN brand IS NOT NULL THEN dense_rank() OVER (ORDER BY brand)::INTEGER END AS brand_number
  FROM named`

/**
 * Their lines: bought or returned by the end of the as-of day, or neither. Marked lines are found twice as fast as picked
 * ones are written. An order is known by the hash of its id.
 */
const linesSql = `
  marked AS (
    SELECT customer_id, order_id, ordered_at, product_id, amount, discount, channel, quantity,
           ordered_at < $1::DATE + INTERVAL 1 DAY AS counts
    FROM orders)
  SELECT n, segment, hash(order_id, CASE WHEN order_id IS NULL THEN ordered_at END) AS purchase, ordered_at, product_id,
         coalesce(counts AND quantity > 0 AND amount > 0, false) AS bought, coalesce(counts AND quantity < 0, false) AS returned,
         amount, discount, channel
  FROM marked JOIN insight_people USING (customer_id)`

const purchasesSql = `
  SELECT n, segment, min(ordered_at) AS ordered_at, nullif(trim(min(channel)), '') AS channel
  FROM insight_lines WHERE bought GROUP BY n, segment, purchase`

const boughtSql = `
  SELECT n, segment, product_id, category_number, brand_number, sales
  FROM (SELECT n, segment, product_id, sum(amount) AS sales
        FROM insight_lines WHERE bought AND product_id IS NOT NULL GROUP BY n, segment, product_id)
       LEFT JOIN insight_products USING (product_id)`

const tables = ['insight_people', 'insight_products', 'insight_lines', 'insight_purchases', 'insight_bought']

/**
 * Leaves on the connection, from `features` and `memberships`, the temporary tables insight_people (one row per customer),
 * insight_products, insight_lines (per line), insight_purchases (per purchase) and insight_bought (per customer and
 * product); n is a customer's number in all of them.
 */
export async function openInsights({ connection, dataDir, batches, asOf }: InsightsInput): Promise<void> {
  const dataset = `WITH ${datasetTables(dataDir, batches)},`
  const create = (name: string, sql: string, values: string[] = []) =>
    connection.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`, values)
  await create('insight_people', dataset + peopleSql, [asOf])
  await create('insight_products', dataset + productsSql)
  await create('insight_lines', dataset + linesSql, [asOf])
  await create('insight_purchases', purchasesSql)
  await create('insight_bought', boughtSql)
}

export async function closeInsights(connection: DuckDBConnection): Promise<void> {
  for (const table of tables) await connection.run(`DROP TABLE IF EXISTS ${table}`)
}
