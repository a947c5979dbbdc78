import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { quoteText } from '@/lib/warehouse/sql'
import type { RecommenderExport } from './export-schema'

export type ExportSource = {
  dataDir: string
  batches: BatchFile[]
  /** paths of the recommender's files, and of its segmentation's with the names of its segments in order */
  lists: string
  products: string
  segmentation: { path: string; names: string[] } | null
  /** products on a list */
  length: number
  productId: string | null
}

const titles = `titles AS (
  SELECT product_id, coalesce(any_value(products.title), any_value(orders.product_title)) AS title
  FROM products FULL JOIN (SELECT product_id, max(product_title) AS product_title FROM orders GROUP BY product_id) orders
       USING (product_id)
  GROUP BY product_id)`
const score = (column: string) => `printf('%.6f', ${column})`

type Query = { columns: string[]; sql: string; values: Record<string, string> }

function writeQuery(what: RecommenderExport, source: ExportSource): Query {
  const lists = `read_parquet(${quoteText(source.lists)})`
  switch (what) {
    case 'long':
      return {
        columns: ['customer_id', 'rank', 'product_id', 'title', 'score', 'strategy'],
        sql: `SELECT customer_id, rank::VARCHAR, product_id, title, ${score('score')}, strategy
              FROM ${lists} LEFT JOIN titles USING (product_id) ORDER BY customer_id, rank`,
        values: {},
      }
    case 'wide': {
      const ranks = Array.from({ length: source.length }, (_, i) => i + 1)
      const cells = ranks.map((rank) => `any_value(product_id) FILTER (WHERE rank = ${rank})`)
      return {
        columns: ['customer_id', ...ranks.map((rank) => `product_${rank}`)],
        sql: `SELECT customer_id, ${cells.join(', ')} FROM ${lists} GROUP BY customer_id ORDER BY customer_id`,
        values: {},
      }
    }
    case 'segments': {
      const { path, names } = source.segmentation ?? { path: '', names: [] }
      const people = path
        ? `SELECT customer_id, segment FROM read_parquet(${quoteText(path)})`
        : 'SELECT NULL::VARCHAR AS customer_id, 0 AS segment LIMIT 0'
      return {
        columns: ['segment', 'product_id', 'title', 'customers_shown', 'share_shown', 'customers_who_bought'],
        sql: `SELECT json_extract_string($names, '$[' || segment || ']'), product_id, title, shown::VARCHAR,
                     ${score('shown / people')}, coalesce(bought, 0)::VARCHAR
              FROM (SELECT segment, product_id, count(*) AS shown FROM ${lists} JOIN (${people}) USING (customer_id)
                    GROUP BY ALL)
              LEFT JOIN (SELECT segment, product_id, count(DISTINCT customer_id) AS bought
                         FROM orders JOIN (${people}) USING (customer_id) WHERE quantity > 0 GROUP BY ALL)
                   USING (segment, product_id)
              JOIN (SELECT segment, count(*) AS people FROM (${people}) GROUP BY segment) USING (segment)
              LEFT JOIN titles USING (product_id)
              ORDER BY segment, shown DESC, product_id`,
        values: { names: JSON.stringify(names) },
      }
    }
    case 'products':
      return {
        columns: [
          'product_id',
          'relation',
          'rank',
          'other_product_id',
          'other_title',
          'similarity',
          'support',
          'confidence',
          'lift',
        ],
        sql: `SELECT related.product_id, kind, rank::VARCHAR, other_id, titles.title, ${score('similarity')}, ${score('support')},
                     ${score('confidence')}, ${score('lift')}
              FROM read_parquet(${quoteText(source.products)}) related LEFT JOIN titles ON titles.product_id = other_id
              ORDER BY related.product_id, kind, rank`,
        values: {},
      }
    case 'audience':
      return {
        columns: ['customer_id', 'rank', 'score'],
        sql: `SELECT customer_id, rank::VARCHAR, ${score('score')} FROM ${lists}
              WHERE product_id = $product ORDER BY score DESC, customer_id`,
        values: { product: source.productId ?? '' },
      }
  }
}

/** The columns of an export, and its rows as text, a chunk at a time. */
export async function openExport(warehouse: DuckDBInstance, what: RecommenderExport, source: ExportSource) {
  const { columns, sql, values } = writeQuery(what, source)
  const query = `WITH ${datasetTables(source.dataDir, source.batches)}, ${titles} ${sql}`
  async function* readRows(): AsyncGenerator<(string | null)[][]> {
    const connection = await warehouse.connect()
    try {
      const rows = await connection.stream(query, Object.keys(values).length > 0 ? values : undefined)
      for (;;) {
        const chunk = await rows.fetchChunk()
        if (!chunk || chunk.rowCount === 0) return
        yield chunk.getRows() as (string | null)[][]
      }
    } finally {
      connection.closeSync()
    }
  }
  return { columns, rows: readRows() }
}
