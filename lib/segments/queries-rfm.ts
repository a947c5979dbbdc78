import 'server-only'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { featureColumn } from '@/lib/features/column'
import type { RfmMap } from '@/lib/rfm/rfm-map'
import { segmentSql } from '@/lib/rfm/score-sql'
import { type RfmBounds, type RfmColumns, rfmAxes } from '@/lib/rfm/scores'
import type { BatchFile } from '@/lib/warehouse/dataset'
import { quoteName } from '@/lib/warehouse/sql'
import { loadFeatures } from './queries-features'

export type RfmPopulation = { columns: RfmColumns; withoutPurchase: number }

/** Recency, frequency and monetary value of every customer with a purchase by the end of a day. */
export async function readRfm(
  warehouse: DuckDBInstance,
  dataDir: string,
  batches: BatchFile[],
  asOf: string,
): Promise<RfmPopulation> {
  const connection = await warehouse.connect()
  try {
    const { values, withoutPurchase } = await loadFeatures(connection, dataDir, batches, rfmAxes, asOf)
    const [recency, frequency, monetary] = values
    return { columns: { recency: recency!, frequency: frequency!, monetary: monetary! }, withoutPurchase }
  } finally {
    connection.closeSync()
  }
}

/**
 * Leaves on the connection the temporary table `memberships`: the segment of every customer of `features` (with the
 * columns of the three axes) by a map and its bounds; no distances, no second segment, no place on a map.
 */
export async function createRfmMemberships(
  connection: DuckDBConnection,
  map: RfmMap,
  bounds: RfmBounds,
): Promise<void> {
  const segment = segmentSql(map, bounds, (axis) => quoteName(featureColumn(axis)))
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE memberships AS
     SELECT customer_id, ${segment} AS segment, NULL::DOUBLE AS distance, NULL::INTEGER AS second,
            NULL::DOUBLE AS second_distance, NULL::DOUBLE AS x, NULL::DOUBLE AS y
     FROM features`,
  )
}
