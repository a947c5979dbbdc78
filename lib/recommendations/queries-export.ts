import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import type { ExportCounts } from '@/lib/privacy/export-schema'
import { digestPersonSql } from '@/lib/privacy/person-digest'
import { isConsentKnown } from '@/lib/privacy/queries-consent'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { peopleExports, type RecommenderExport } from './export-schema'

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
  /** only people who consented, where the data says of any who did */
  onlyConsented: boolean
}

/** Keys of digests: of the receipt, and of the pseudonyms that stand for customer ids, if they do. */
export type ExportKeys = { receipt: string; pseudonym: string | null }

const titles = `titles AS (
  SELECT product_id, coalesce(any_value(products.title), any_value(orders.product_title)) AS title
  FROM products FULL JOIN (SELECT product_id, max(product_title) AS product_title FROM orders GROUP BY product_id) orders
       USING (product_id)
  GROUP BY product_id)`
const score = (column: string) => `printf('%.6f', ${column})`

type Query = { columns: string[]; sql: string; values: Record<string, string> }

/** The stored lists that an export is about: of one product for an audience. */
function chosenLists({ lists, productId }: ExportSource) {
  const from = `read_parquet(${quoteText(lists)})`
  return productId === null ? from : `(SELECT * FROM ${from} WHERE product_id = $product)`
}
const productValue = ({ productId }: ExportSource): Record<string, string> =>
  productId === null ? {} : { product: productId }

/** Who is in a list, as what `keys` make of them; lists of people begin with the digest for the receipt. */
function writeQuery(what: RecommenderExport, source: ExportSource, keys: ExportKeys, known: boolean): Query {
  const all = `read_parquet(${quoteText(source.lists)})`
  const consented = source.onlyConsented && known
  const lists = consented
    ? `(SELECT * FROM ${chosenLists(source)} WHERE customer_id IN (SELECT customer_id FROM customers WHERE consent))`
    : chosenLists(source)
  const receipt = digestPersonSql(keys.receipt, 'customer_id', 'customer_id')
  const id = keys.pseudonym ? digestPersonSql(keys.pseudonym, 'customer_id', 'customer_id') : 'customer_id'
  const idName = keys.pseudonym ? 'pseudonym' : 'customer_id'
  switch (what) {
    case 'long':
      return {
        columns: [idName, 'rank', 'product_id', 'title', 'score', 'strategy'],
        sql: `SELECT ${receipt}, ${id} AS who, rank::VARCHAR, product_id, title, ${score('score')}, strategy
              FROM ${lists} AS lists LEFT JOIN titles USING (product_id) ORDER BY who, lists.rank`,
        values: {},
      }
    case 'wide': {
      const ranks = Array.from({ length: source.length }, (_, i) => i + 1)
      const cells = ranks.map((rank) => `any_value(product_id) FILTER (WHERE rank = ${rank})`)
      return {
        columns: [idName, ...ranks.map((rank) => `product_${rank}`)],
        sql: `SELECT ${receipt}, ${id} AS who, ${cells.join(', ')} FROM ${lists} GROUP BY customer_id ORDER BY who`,
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
              FROM (SELECT segment, product_id, count(*) AS shown FROM ${all} JOIN (${people}) USING (customer_id)
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
        columns: [idName, 'rank', 'score'],
        sql: `SELECT ${receipt}, ${id} AS who, rank::VARCHAR, ${score('lists.score')}
              FROM ${lists} AS lists ORDER BY lists.score DESC, who`,
        values: productValue(source),
      }
  }
}

/** How many people lists of people would hold and leave out; their columns say nothing that tells people apart. */
export async function countExport(
  warehouse: DuckDBInstance,
  source: ExportSource,
): Promise<Omit<ExportCounts, 'smallGroup'>> {
  const known = await isConsentKnown(warehouse, source)
  const [row] = await queryRows<{ people: number; agreed: number }>(
    warehouse,
    `WITH ${datasetTables(source.dataDir, source.batches)}
     SELECT count(*) AS people, count(*) FILTER (consent) AS agreed
     FROM (SELECT DISTINCT customer_id FROM ${chosenLists(source)}) LEFT JOIN customers USING (customer_id)`,
    productValue(source),
  )
  const { people = 0, agreed = 0 } = row ?? {}
  const withoutConsent = source.onlyConsented && known ? people - agreed : 0
  return {
    people,
    exported: people - withoutConsent,
    consented: known ? agreed : null,
    leftOut: { withoutConsent, withoutIdentifier: 0 },
    anonymity: null,
  }
}

type Chunk = { digests: string[]; cells: (string | null)[][] }

/** The columns of an export, and its rows as text, a chunk at a time; with the digests of their people if it is of people. */
export async function openExport(
  warehouse: DuckDBInstance,
  what: RecommenderExport,
  source: ExportSource,
  keys: ExportKeys,
) {
  const known = await isConsentKnown(warehouse, source)
  const { columns, sql, values } = writeQuery(what, source, keys, known)
  const query = `WITH ${datasetTables(source.dataDir, source.batches)}, ${titles} ${sql}`
  const ofPeople = peopleExports.includes(what)
  async function* readChunks(): AsyncGenerator<Chunk> {
    const connection = await warehouse.connect()
    try {
      const rows = await connection.stream(query, Object.keys(values).length > 0 ? values : undefined)
      for (;;) {
        const chunk = await rows.fetchChunk()
        if (!chunk || chunk.rowCount === 0) return
        const cells = chunk.getRows() as (string | null)[][]
        yield ofPeople
          ? { digests: cells.map(([digest]) => digest ?? ''), cells: cells.map((row) => row.slice(1)) }
          : { digests: [], cells }
      }
    } finally {
      connection.closeSync()
    }
  }
  return { columns, readChunks }
}
