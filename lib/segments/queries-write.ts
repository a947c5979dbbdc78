import 'server-only'
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api'
import { publishParquet } from '@/lib/warehouse/publish'

const chunkRows = 2048
const types = [VARCHAR, INTEGER, DOUBLE, INTEGER, DOUBLE, DOUBLE, DOUBLE]

/** One entry per customer. */
export type Memberships = {
  customerIds: readonly string[]
  segment: Int32Array
  /** to the centre of the own segment and of the second-nearest, in standard deviations; −1 and NaN without a second */
  distance: Float64Array
  second: Int32Array
  secondDistance: Float64Array
  /** on the map */
  x: Float64Array
  y: Float64Array
}

/** Leaves them on the connection as the temporary table `memberships`. */
export async function appendMemberships(
  connection: DuckDBConnection,
  { customerIds, segment, distance, second, secondDistance, x, y }: Memberships,
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE memberships (customer_id VARCHAR, segment INTEGER, distance DOUBLE,
       second INTEGER, second_distance DOUBLE, x DOUBLE, y DOUBLE)`,
  )
  const appender = await connection.createAppender('memberships')
  for (let start = 0; start < customerIds.length; start += chunkRows) {
    const end = Math.min(customerIds.length, start + chunkRows)
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns([
      customerIds.slice(start, end),
      ...[segment, distance, second, secondDistance, x, y].map((column) =>
        Array.from(column.subarray(start, end)),
      ),
    ])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/**
 * Writes a segmentation's Parquet file: one row per customer with segment, distance, second and second_distance, map
 * position (x, y), purchases, net_revenue, last_purchase and f_<feature> (raw), sorted by segment. Needs the temporary
 * tables `features` and `memberships` (see compute.ts).
 */
export async function writeResult(connection: DuckDBConnection, path: string): Promise<void> {
  const select = `
    SELECT customer_id, segment, distance, second, second_distance, x, y, features.* EXCLUDE (customer_id)
    FROM memberships JOIN features USING (customer_id)
    ORDER BY segment, customer_id`
  await publishParquet(connection, select, path)
}
