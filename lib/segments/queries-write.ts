import 'server-only'
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api'
import { publishParquet } from '@/lib/warehouse/publish'
import type { FeatureTable } from './feature-table'
import type { SegmentedCustomers } from './segment-customers'

const chunkRows = 2048
const types = [VARCHAR, INTEGER, DOUBLE, DOUBLE, DOUBLE]

async function appendMemberships(
  connection: DuckDBConnection,
  { customerIds }: FeatureTable,
  { labels, distances, x, y }: SegmentedCustomers,
): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE memberships (customer_id VARCHAR, segment INTEGER, distance DOUBLE, x DOUBLE, y DOUBLE)',
  )
  const appender = await connection.createAppender('memberships')
  for (let start = 0; start < customerIds.length; start += chunkRows) {
    const end = Math.min(customerIds.length, start + chunkRows)
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns([
      customerIds.slice(start, end),
      ...[labels, distances, x, y].map((column) => Array.from(column.subarray(start, end))),
    ])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/**
 * Writes a segmentation's Parquet file: one row per customer with segment, distance, map position (x, y), purchases,
 * net_revenue, last_purchase and f_<feature> (raw), sorted by segment. Needs the temporary table `features` that
 * `loadFeatures` leaves on the connection.
 */
export async function writeResult(
  connection: DuckDBConnection,
  table: FeatureTable,
  segmented: SegmentedCustomers,
  path: string,
): Promise<void> {
  await appendMemberships(connection, table, segmented)
  const select = `
    SELECT customer_id, segment, distance, x, y, features.* EXCLUDE (customer_id)
    FROM memberships JOIN features USING (customer_id)
    ORDER BY segment, customer_id`
  await publishParquet(connection, select, path)
}
