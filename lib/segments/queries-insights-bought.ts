import 'server-only'
import { type DuckDBConnection, listValue } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'

/** How many of a segment, and of everybody, bought something. */
export type BuyerCount = { segment: number; id: string; hits: number; total: number }

const mostCandidates = 200
const favouritesShown = 5
const channelsShown = 6

type Data = { dataDir: string; batches: BatchFile[] }

/** `buyers` has a row (segment, id) per customer and thing; `named` gives `picked` (segment, id, hits, total) its names. */
function countBuyers(connection: DuckDBConnection, buyers: string, named: string): Promise<BuyerCount[]> {
  return queryConnection(
    connection,
    `WITH counted AS (SELECT segment, id, count(*)::DOUBLE AS hits FROM (${buyers}) GROUP BY ALL),
     totals AS (SELECT id, sum(hits) AS total FROM counted GROUP BY id),
     sizes AS (SELECT segment, count(*) / sum(count(*)) OVER () AS share FROM insight_people GROUP BY segment),
     picked AS (
       SELECT segment, id, hits, total FROM counted JOIN totals USING (id) JOIN sizes USING (segment)
       WHERE segment >= 0
       QUALIFY row_number() OVER (PARTITION BY segment ORDER BY (hits - share * total) / sqrt(total) DESC, id)
         <= ${mostCandidates})
     SELECT * FROM (${named}) ORDER BY segment, id`,
  )
}

/**
 * The products (by id), categories or brands of which a segment has most buyers beyond what its size lets expect, at most
 * 200 a segment.
 */
export function countBuyersOf(
  connection: DuckDBConnection,
  kind: 'product' | 'category' | 'brand',
): Promise<BuyerCount[]> {
  if (kind === 'product')
    return countBuyers(connection, 'SELECT segment, product_id AS id FROM insight_bought', 'FROM picked')
  const id = `${kind}_number`
  return countBuyers(
    connection,
    `SELECT DISTINCT n, segment, ${id} AS id FROM insight_bought WHERE ${id} IS NOT NULL`,
    `SELECT segment, name AS id, hits, total
     FROM picked JOIN (SELECT DISTINCT ${id} AS id, ${kind} AS name FROM insight_products) USING (id)`,
  )
}

/** The titles of products, from the products table or else from the order lines; those without one are left out. */
export async function readTitles(
  connection: DuckDBConnection,
  { dataDir, batches }: Data,
  products: readonly string[],
): Promise<Map<string, string>> {
  const read = async (sql: string, ids: readonly string[]) => {
    if (ids.length === 0) return []
    const rows = await queryConnection<{ id: string; title: string }>(connection, sql, {
      ids: listValue(ids),
    })
    return rows.map(({ id, title }): [string, string] => [id, title])
  }
  const titles = new Map(
    await read(
      `SELECT product_id AS id, title FROM insight_products
       WHERE title IS NOT NULL AND product_id IN (SELECT unnest($ids))`,
      products,
    ),
  )
  const fromLines = await read(
    `WITH ${datasetTables(dataDir, batches)}
     SELECT product_id AS id, max(product_title) AS title FROM orders
     WHERE trim(product_title) <> '' AND product_id IN (SELECT unnest($ids)) GROUP BY product_id`,
    products.filter((id) => !titles.has(id)),
  )
  return new Map([...titles, ...fromLines])
}

/** Shares of each segment's sales by the first part of the category path, largest first, at most 5. */
export function readFavourites(
  connection: DuckDBConnection,
): Promise<{ segment: number; category: string; share: number }[]> {
  return queryConnection(
    connection,
    `WITH sold AS (SELECT segment, category_number, sum(sales)::DOUBLE AS sales FROM insight_bought
                   WHERE segment >= 0 AND category_number IS NOT NULL GROUP BY ALL),
     named AS (SELECT DISTINCT category_number, coalesce(nullif(trim(split_part(category, '>', 1)), ''), category) AS category
               FROM insight_products WHERE category_number IS NOT NULL),
     summed AS (SELECT segment, category, sum(sales) AS sales FROM sold JOIN named USING (category_number) GROUP BY ALL)
     SELECT segment, category, sales / sum(sales) OVER (PARTITION BY segment) AS share FROM summed
     QUALIFY row_number() OVER (PARTITION BY segment ORDER BY sales DESC, category) <= ${favouritesShown}
     ORDER BY segment, share DESC, category`,
  )
}

/** Shares of each segment's purchases by channel, largest first, at most 6, with the share among everybody's. */
export function readChannels(
  connection: DuckDBConnection,
): Promise<{ segment: number; channel: string; share: number; overall: number }[]> {
  return queryConnection(
    connection,
    `WITH counted AS (SELECT segment, channel, count(*) AS purchases FROM insight_purchases
                      WHERE channel IS NOT NULL GROUP BY ALL),
     shares AS (SELECT segment, channel, purchases / sum(purchases) OVER (PARTITION BY segment) AS share,
                       sum(purchases) OVER (PARTITION BY channel) / sum(purchases) OVER () AS overall
                FROM counted)
     SELECT * FROM shares WHERE segment >= 0
     QUALIFY row_number() OVER (PARTITION BY segment ORDER BY share DESC, channel) <= ${channelsShown}
     ORDER BY segment, share DESC, channel`,
  )
}
