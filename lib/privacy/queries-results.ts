import 'server-only'
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { digestNameSql } from './person-digest'
import { readBatchFile } from './queries-person'

/** Tells the connection whose rows are to go from results: by digest, and by what findPeople found. */
export async function setLeaving(connection: DuckDBConnection, digests: readonly string[]): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE leaving AS SELECT DISTINCT unnest($1::VARCHAR[]) AS digest',
    [listValue(digests)],
    [LIST(VARCHAR)],
  )
}

const leaves = (key: string) => `coalesce(customer_id IN (SELECT id FROM person_ids), false)
  OR coalesce(${digestNameSql(key, 'customer_id')} IN (SELECT digest FROM leaving), false)`

/** How many people of each segment leave a segmentation's file, with their revenue. */
export function countLeaving(
  connection: DuckDBConnection,
  key: string,
  dataDir: string,
  file: string,
): Promise<{ position: number; customers: number; revenue: number }[]> {
  return queryConnection(
    connection,
    `SELECT segment AS position, count(*) AS customers, coalesce(sum(net_revenue), 0)::DOUBLE AS revenue
     FROM ${readBatchFile(dataDir, file)} WHERE ${leaves(key)} GROUP BY segment ORDER BY segment`,
  )
}

/** Writes a file of rows by customer_id anew without those who leave; null when none of them is in it. */
export async function writeWithout(
  connection: DuckDBConnection,
  key: string,
  dataDir: string,
  file: string,
): Promise<string | null> {
  const source = readBatchFile(dataDir, file)
  const [found] = await queryConnection<{ n: number }>(
    connection,
    `SELECT count(*) AS n FROM ${source} WHERE ${leaves(key)}`,
  )
  if (!found?.n) return null
  const fresh = `${crypto.randomUUID()}.parquet`
  const select = `SELECT * FROM ${source} WHERE NOT (${leaves(key)})`
  await publishParquet(connection, select, warehousePath(dataDir, fresh))
  return fresh
}
