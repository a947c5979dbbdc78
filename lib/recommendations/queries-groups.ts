import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'

/** The segment (position) of every customer of a finished segmentation, in the order of `customerIds`; −1 = in none. */
export async function readGroups(
  connection: DuckDBConnection,
  path: string,
  customerIds: readonly string[],
): Promise<Int32Array> {
  const rows = await queryConnection<{ customer_id: string; segment: number }>(
    connection,
    `SELECT customer_id, segment FROM read_parquet(${quoteText(path)})`,
  )
  const segmentOf = new Map(rows.map(({ customer_id, segment }) => [customer_id, segment]))
  return Int32Array.from(customerIds, (id) => segmentOf.get(id) ?? -1)
}

/** A numeric attribute of every customer in the order of `customerIds`; null where it is not known or no number. */
export async function readLevels(
  connection: DuckDBConnection,
  dataDir: string,
  batches: readonly BatchFile[],
  attribute: string,
  customerIds: readonly string[],
): Promise<(number | null)[]> {
  const rows = await queryConnection<{ customer_id: string; level: number | null }>(
    connection,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT customer_id, TRY_CAST(attributes[$1] AS DOUBLE) AS level FROM customers WHERE customer_id IS NOT NULL`,
    [attribute],
  )
  const levelOf = new Map(rows.map(({ customer_id, level }) => [customer_id, level]))
  return customerIds.map((id) => levelOf.get(id) ?? null)
}

/** Baskets: which products (by index) were bought in one order. */
export async function readBaskets(
  connection: DuckDBConnection,
  dataDir: string,
  batches: readonly BatchFile[],
  asOf: string,
) {
  const rows = await queryConnection<{ basket: number; product: number }>(
    connection,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT DISTINCT (dense_rank() OVER (ORDER BY order_id) - 1)::INTEGER AS basket, catalogue.n AS product
     FROM orders JOIN catalogue ON catalogue.id = product_id
     WHERE order_id IS NOT NULL AND quantity > 0 AND ordered_at < $1::DATE + INTERVAL 1 DAY`,
    [asOf],
  )
  return {
    count: rows.reduce((most, { basket }) => Math.max(most, basket + 1), 0),
    basket: Int32Array.from(rows, ({ basket }) => basket),
    product: Int32Array.from(rows, ({ product }) => product),
  }
}
