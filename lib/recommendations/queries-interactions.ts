import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { InteractionKind } from '@/lib/recommending/weights'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import type { CatalogueProduct, Observations } from './observations'

const kinds: readonly InteractionKind[] = ['purchase', 'rating', 'cart', 'wish', 'view', 'other']
const bestRating = 5
/** What shops call their events; what is none of these counts as other. */
const eventKind = `CASE
  WHEN regexp_matches(lower(event), 'cart|basket|checkout|加购|购物车') THEN 2
  WHEN regexp_matches(lower(event), 'wish|fav|like|save|收藏') THEN 3
  WHEN regexp_matches(lower(event), 'view|visit|click|open|浏览|点击') THEN 4
  ELSE 5 END`

/** Rows of (customer_id, product_id, day, kind, amount). Every order counts once a product, whatever the pieces. */
const observationSql = `
  SELECT customer_id, product_id, ordered_at::DATE AS day, 0 AS kind,
         count(DISTINCT coalesce(order_id, ordered_at::VARCHAR)) FILTER (WHERE quantity > 0) -
         count(DISTINCT coalesce(order_id, ordered_at::VARCHAR)) FILTER (WHERE quantity < 0) AS amount
  FROM orders WHERE customer_id IS NOT NULL AND product_id IS NOT NULL AND ordered_at < $1::DATE + INTERVAL 1 DAY
  GROUP BY ALL
  UNION ALL
  SELECT customer_id, product_id, coalesce(reviewed_on, $1::DATE), 1, avg(least(rating, ${bestRating})) / ${bestRating}
  FROM reviews
  WHERE customer_id IS NOT NULL AND product_id IS NOT NULL AND rating > 0
    AND (reviewed_on IS NULL OR reviewed_on <= $1::DATE)
  GROUP BY ALL
  UNION ALL
  SELECT customer_id, product_id, coalesce(occurred_at::DATE, $1::DATE), ${eventKind}, sum(coalesce(weight, 1))
  FROM interactions
  WHERE customer_id IS NOT NULL AND product_id IS NOT NULL
    AND (occurred_at IS NULL OR occurred_at < $1::DATE + INTERVAL 1 DAY)
  GROUP BY ALL`

/** The catalogue and whatever else was sold or seen. */
const catalogueSql = `
  SELECT product_id AS id, coalesce(any_value(title), any_value(product_title)) AS title, any_value(category) AS category,
         any_value(brand) AS brand, any_value(tags) AS tags, any_value(description) AS description,
         any_value(price)::DOUBLE AS price, any_value(cost)::DOUBLE AS cost, any_value(stock) AS stock,
         (row_number() OVER (ORDER BY product_id) - 1)::INTEGER AS n
  FROM (SELECT product_id, title, NULL AS product_title, category, brand, tags, description, price, cost, stock FROM products
        UNION ALL
        SELECT product_id, NULL, max(product_title), NULL, NULL, NULL, NULL, max(unit_price), NULL, NULL
        FROM orders GROUP BY product_id
        UNION ALL
        SELECT DISTINCT product_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL::DECIMAL(18, 4), NULL, NULL FROM observed)
  WHERE product_id IS NOT NULL GROUP BY product_id`

const peopleSql = `
  SELECT customer_id AS id, (row_number() OVER (ORDER BY customer_id) - 1)::INTEGER AS n
  FROM (SELECT customer_id FROM customers UNION SELECT customer_id FROM observed) WHERE customer_id IS NOT NULL`

/**
 * Reads what customers of the dataset (all of them, those without any history too) did with its products by the end of
 * the as-of day.
 */
export async function readObservations(
  connection: DuckDBConnection,
  dataDir: string,
  batches: readonly BatchFile[],
  asOf: string,
): Promise<Observations> {
  const tables = datasetTables(dataDir, batches)
  const keep = (table: string, sql: string, values: string[] = []) =>
    connection.run(`CREATE OR REPLACE TEMP TABLE ${table} AS WITH ${tables} ${sql}`, values)
  await keep('observed', observationSql, [asOf])
  await keep('catalogue', catalogueSql)
  await keep('people', peopleSql)
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE numbered AS
     SELECT people.n AS customer, catalogue.n AS product, (day - DATE '1970-01-01')::INTEGER AS day, kind::UTINYINT AS kind,
            amount::DOUBLE AS amount
     FROM observed JOIN people ON people.id = customer_id JOIN catalogue ON catalogue.id = product_id
     ORDER BY customer, product, day, kind`,
  )
  const products = await queryConnection<CatalogueProduct>(
    connection,
    'SELECT * EXCLUDE (n) FROM catalogue ORDER BY n',
  )
  const people = await queryConnection<{ id: string }>(connection, 'SELECT id FROM people ORDER BY n')
  const [count] = await queryConnection<{ rows: number }>(connection, 'SELECT count(*) AS rows FROM numbered')
  const columns = await readNumbered(connection, count?.rows ?? 0)
  return { customerIds: people.map(({ id }) => id), products, kinds, ...columns }
}

async function readNumbered(connection: DuckDBConnection, rows: number) {
  const columns = {
    customer: new Int32Array(rows),
    product: new Int32Array(rows),
    day: new Int32Array(rows),
    kind: new Uint8Array(rows),
    amount: new Float64Array(rows),
  }
  const names = Object.keys(columns) as (keyof typeof columns)[]
  const result = await connection.stream(`SELECT ${names.join(', ')} FROM numbered`)
  for (let start = 0; ; ) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return columns
    names.forEach((name, i) => {
      columns[name].set(chunk.getColumnValues(i) as number[], start)
    })
    start += chunk.rowCount
  }
}
