import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { isContactIdSql } from '@/lib/privacy/mask'
import { fullName } from '@/lib/shared/full-name'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { FoundCustomer, Preview, ProductView, RelatedProduct, ShownProduct } from './schema'

type Dataset = { dataDir: string; batches: BatchFile[] }

const historyShown = 30
const found = 12

/** What a customer bought by the end of a day, the latest first. */
export async function readHistory(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  customerId: string,
  asOf: string,
): Promise<{ total: number; rows: { productId: string; times: number; last: string }[] }> {
  const rows = await queryRows<{ productId: string; times: number; last: string; total: number }>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT product_id AS "productId", count(*)::INTEGER AS times, max(ordered_at)::DATE::VARCHAR AS last,
            count(*) OVER () AS total
     FROM orders
     WHERE customer_id = $1 AND product_id IS NOT NULL AND quantity > 0 AND ordered_at < $2::DATE + INTERVAL 1 DAY
     GROUP BY product_id ORDER BY last DESC, product_id LIMIT ${historyShown}`,
    [customerId, asOf],
  )
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total, ...row }) => row) }
}

/** A customer's name; null when the data has none. */
export async function readName(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  customerId: string,
): Promise<Preview['name']> {
  const [row] = await queryRows<{ first: string | null; last: string | null }>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT first_name AS first, last_name AS last FROM customers WHERE customer_id = $1`,
    [customerId],
  )
  return row ? fullName(row.first, row.last) : null
}

/**
 * Customers with a list whose id (or name and e-mail, for those who may see them) contains the text, the active first; for
 * the others none whose id is itself an e-mail address or phone number.
 */
export async function searchCustomers(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  listsPath: string,
  text: string,
  personal: boolean,
): Promise<FoundCustomer[]> {
  const fields = personal
    ? "concat_ws(' ', customer_id, first_name, last_name, concat(last_name, first_name), email)"
    : 'customer_id'
  const rows = await queryRows<{ id: string; first: string | null; last: string | null; purchases: number }>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)},
     listed AS (SELECT DISTINCT customer_id FROM read_parquet(${quoteText(listsPath)})),
     hits AS (SELECT customer_id, first_name AS first, last_name AS last FROM listed LEFT JOIN customers USING (customer_id)
              WHERE contains(lower(${fields}), lower($1)) ${personal ? '' : `AND NOT ${isContactIdSql('customer_id')}`})
     SELECT hits.customer_id AS id, any_value(first) AS first, any_value(last) AS last,
            count(DISTINCT order_id)::INTEGER AS purchases
     FROM hits LEFT JOIN orders ON orders.customer_id = hits.customer_id AND quantity > 0
     GROUP BY hits.customer_id ORDER BY purchases DESC, id LIMIT ${found}`,
    [text],
  )
  return rows.map(({ id, first, last, purchases }) => ({
    id,
    name: personal ? fullName(first, last) : null,
    purchases,
  }))
}

/** What goes with a product, by rank: products bought by the same people, or in the same order. */
export function readRelated(warehouse: DuckDBInstance, productsPath: string, productId: string) {
  return queryRows<Omit<RelatedProduct, 'product'> & { kind: 'similar' | 'together'; otherId: string }>(
    warehouse,
    `SELECT kind, other_id AS "otherId", similarity, baskets, support, confidence, lift
     FROM read_parquet(${quoteText(productsPath)}) WHERE product_id = $1 ORDER BY kind, rank`,
    [productId],
  )
}

/** Likeness between the products that are like one, each pair once. */
export function readLinks(warehouse: DuckDBInstance, productsPath: string, productId: string) {
  return queryRows<ProductView['links'][number]>(
    warehouse,
    `WITH similar_to AS (SELECT product_id, other_id, similarity FROM read_parquet(${quoteText(productsPath)})
                         WHERE kind = 'similar'),
     near AS (SELECT other_id AS id FROM similar_to WHERE product_id = $1)
     SELECT least(product_id, other_id) AS "from", greatest(product_id, other_id) AS "to", max(similarity) AS weight
     FROM similar_to WHERE product_id IN (SELECT id FROM near) AND other_id IN (SELECT id FROM near)
     GROUP BY ALL ORDER BY weight DESC, "from", "to"`,
    [productId],
  )
}

/** On how many lists a product stands, and on how many of them first. */
export async function countListed(warehouse: DuckDBInstance, listsPath: string, productId: string) {
  const [row] = await queryRows<{ customers: number; first: number }>(
    warehouse,
    `SELECT count(*)::INTEGER AS customers, (count(*) FILTER (WHERE rank = 1))::INTEGER AS first
     FROM read_parquet(${quoteText(listsPath)}) WHERE product_id = $1`,
    [productId],
  )
  return { customers: row?.customers ?? 0, first: row?.first ?? 0 }
}

/** Of a segment's people: the products on most of their lists beside the share of them who bought each, most shown first. */
export function readShown(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  paths: { lists: string; segmentation: string },
  segment: number,
  most: number,
) {
  return queryRows<Omit<ShownProduct, 'product'> & { productId: string }>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)},
     people AS (SELECT customer_id FROM read_parquet(${quoteText(paths.segmentation)}) WHERE segment = $1),
     size AS (SELECT count(*) AS people FROM people),
     shown AS (SELECT product_id, count(*) AS n FROM read_parquet(${quoteText(paths.lists)})
               WHERE customer_id IN (SELECT customer_id FROM people) GROUP BY product_id),
     bought AS (SELECT product_id, count(DISTINCT customer_id) AS n FROM orders
                WHERE quantity > 0 AND customer_id IN (SELECT customer_id FROM people) GROUP BY product_id)
     SELECT coalesce(shown.product_id, bought.product_id) AS "productId",
            coalesce(shown.n, 0) / people AS shown, coalesce(bought.n, 0) / people AS bought
     FROM shown FULL JOIN bought USING (product_id), size
     WHERE people > 0 AND coalesce(shown.product_id, bought.product_id) IS NOT NULL
     ORDER BY shown DESC, bought DESC, "productId" LIMIT ${most}`,
    [segment],
  )
}

/** A customer's stored list. */
export function readList(warehouse: DuckDBInstance, listsPath: string, customerId: string) {
  return queryRows<{ productId: string; score: number; strategy: string }>(
    warehouse,
    `SELECT product_id AS "productId", score, strategy FROM read_parquet(${quoteText(listsPath)})
     WHERE customer_id = $1 ORDER BY rank`,
    [customerId],
  )
}
