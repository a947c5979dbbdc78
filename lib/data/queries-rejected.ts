import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Mapping, TableMapping } from '@/lib/csv/mapping'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { recordIsErasedSql } from './queries-erased'
import { judgedRows, valueFields } from './queries-import'
import { columnNames, type RecordFile } from './queries-records'
import { readScanned } from './queries-scanned'

/**
 * Gathers what was rejected while splitting and what is rejected while reading into a temporary table `rejected`:
 * line, reason, field, value, and the original cells or, when they could not be split, the record's text. Of erased
 * people (see judgedRows) nothing but line and reason.
 */
export async function gatherRejected(
  connection: DuckDBConnection,
  file: RecordFile,
  mapping: Mapping,
  scanned: string,
  erased: string | null,
): Promise<void> {
  const [own] = mapping.tables
  const value = valueFields(own as TableMapping, 0).map(
    ({ field, column }) => `WHEN '${field}' THEN c${column}`,
  )
  const fieldOf = "nullif(split_part(problem, ':', 2), '')"
  const isErased = erased ? recordIsErasedSql(erased, 'record') : 'false'
  await connection.run(`CREATE OR REPLACE TEMP TABLE rejected AS
    SELECT line, CASE WHEN hidden THEN 'erased' ELSE reason END AS reason, NULL::VARCHAR AS field,
      CASE WHEN NOT hidden THEN record END AS value, NULL::VARCHAR[] AS cells, CASE WHEN NOT hidden THEN record END AS record
    FROM (SELECT *, coalesce(${isErased}, false) AS hidden FROM ${readScanned(scanned)})
    UNION ALL
    SELECT line, split_part(problem, ':', 1), ${fieldOf}, ${value.length > 0 ? `CASE ${fieldOf} ${value.join(' ')} END` : 'NULL'},
      CASE WHEN problem <> 'erased:' THEN [${columnNames(file.columns.length).join(', ')}] END, NULL
    FROM ${judgedRows(file, mapping, erased)} WHERE problem IS NOT NULL`)
}

export type RejectedGroup = {
  reason: string
  field: string | null
  rows: number
  firstLine: number
  firstValue: string | null
}

/** The rejected rows by reason and field, the most frequent first. */
export function groupRejected(connection: DuckDBConnection): Promise<RejectedGroup[]> {
  return queryConnection<RejectedGroup>(
    connection,
    `SELECT reason, field, count(*) AS rows, min(line) AS "firstLine",
      left(arg_min(value, line), 200) AS "firstValue"
    FROM rejected GROUP BY ALL ORDER BY rows DESC, "firstLine"`,
  )
}

export type RejectedRow = {
  line: number
  reason: string
  field: string | null
  value: string | null
  cells: (string | null)[] | null
  record: string | null
}

/** The rejected rows in the order of the file, in bounded memory. */
export async function* streamRejected(connection: DuckDBConnection): AsyncGenerator<RejectedRow[]> {
  const result = await connection.stream(
    'SELECT line, reason, field, value, cells, record FROM rejected ORDER BY line',
  )
  for await (const rows of result.yieldRowObjectJson()) yield rows as unknown as RejectedRow[]
}
