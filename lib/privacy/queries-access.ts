import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { type Dataset, readBatchFile } from './queries-person'
import { personRemovals } from './queries-rewrite'

type Stored = Record<string, unknown> & { batch_id: string }

/** A query for the records of a table that are of the people who were found, of all batches; null without a batch. */
function theirRecords({ dataDir, batches }: Dataset, table: string): string | null {
  const drop = personRemovals()[table]?.drop
  const parts = batches
    .filter((batch) => batch.table === table)
    .map(
      ({ id, file }) =>
        `SELECT ${quoteText(id)} AS batch_id, * FROM ${readBatchFile(dataDir, file)} WHERE coalesce(${drop}, false)`,
    )
  return parts.length > 0 ? parts.join(' UNION ALL BY NAME ') : null
}

/** Their records of a table with `batch_id`, a few thousand at a time; at most `most`. */
export async function* streamTheirs(
  connection: DuckDBConnection,
  dataset: Dataset,
  table: string,
  most: number | null = null,
): AsyncGenerator<Stored[]> {
  const select = theirRecords(dataset, table)
  if (!select) return
  const result = await connection.stream(most === null ? select : `${select} LIMIT ${most}`)
  for await (const rows of result.yieldRowObjectJson()) yield rows as Stored[]
}

export async function countTheirs(
  connection: DuckDBConnection,
  dataset: Dataset,
  table: string,
): Promise<number> {
  const select = theirRecords(dataset, table)
  if (!select) return 0
  const [counted] = await queryConnection<{ n: number }>(connection, `SELECT count(*) AS n FROM (${select})`)
  return counted?.n ?? 0
}

/** Their rows of a result's file. */
export function readTheirs(
  connection: DuckDBConnection,
  dataDir: string,
  file: string,
): Promise<Record<string, unknown>[]> {
  return queryConnection(
    connection,
    `SELECT * FROM ${readBatchFile(dataDir, file)} WHERE customer_id IN (SELECT id FROM person_ids)`,
  )
}
