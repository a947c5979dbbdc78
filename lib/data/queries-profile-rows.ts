import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { presentSql } from './queries-cells'

/** Columns with no more different values are gathered value by value: everything about them is exact and quick. */
export const fewValues = 20_000
const sampledRows = 1000
/** of a gathered column: the most frequent, and as many others */
const sampledValues = 200
/** bytes; of longer cells only the beginning is kept, with what tells them from others */
const longestKept = 500
export const longestValue = 200

/**
 * Cells of several columns, one below the other: i (position of the column), value as it stands, t without white space
 * and guards, n rows, the first of them at `line`. Cells that say that there is no value are left out.
 */
export type Cells = {
  connection: DuckDBConnection
  /** positions of the columns */
  columns: readonly number[]
  /** SQL relation */
  rows: string
  /** One row for each different value, not for each record. */
  gathered: boolean
}

/** The cells of the columns as rows i, value, line. */
function stackCells(relation: string, columns: readonly number[]): string {
  const cells = columns.map((column) => `c${column}`).join(', ')
  return `(SELECT unnest([${cells}]) AS value, unnest([${columns.join(', ')}]::INTEGER[]) AS i, line FROM ${relation})`
}

const presentRows = (cells: string, n: string) =>
  `(SELECT * FROM (SELECT i, value, ${presentSql('number', 'value')} AS t, ${n} AS n, line FROM ${cells}) WHERE t IS NOT NULL)`

/** How many different values each column has, within a few per cent. */
export async function estimateDistinct(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly number[],
): Promise<Map<number, number>> {
  const counts = columns.map((column) => `approx_count_distinct(c${column}) AS c${column}`)
  const [found] = await queryConnection<Record<string, number>>(
    connection,
    `SELECT ${counts.join(', ')} FROM ${relation}`,
  )
  return new Map(columns.map((column) => [column, found?.[`c${column}`] ?? 0]))
}

/** The cells of columns with few different values, gathered into a temporary table. */
export async function gatherCells(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly number[],
): Promise<Cells> {
  const key = `CASE WHEN strlen(value) > ${longestKept}
    THEN concat(left(value, ${longestValue}), chr(31), hash(value)) ELSE value END`
  const counted = `(SELECT i, ${key} AS value, count(*) AS n, min(line) AS line
    FROM ${stackCells(relation, columns)} WHERE value IS NOT NULL GROUP BY ALL)`
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE profile_values AS SELECT * FROM ${presentRows(counted, 'n')}`,
  )
  const best = (order: string) => `row_number() OVER (PARTITION BY i ORDER BY ${order}) <= ${sampledValues}`
  await connection.run(`CREATE OR REPLACE TEMP TABLE profile_sample AS SELECT i, t, n FROM profile_values
    QUALIFY ${best('n DESC, line')} OR ${best('hash(value)')}`)
  return { connection, columns, rows: 'profile_values', gathered: true }
}

/** The cells of columns with many different values, read from the relation each time. */
export async function streamCells(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly number[],
): Promise<Cells> {
  const sampled = `(SELECT * FROM ${relation} USING SAMPLE reservoir(${sampledRows} ROWS) REPEATABLE (7))`
  await connection.run(`CREATE OR REPLACE TEMP TABLE profile_sample AS
    SELECT i, t, n FROM ${presentRows(stackCells(sampled, columns), '1')}`)
  return { connection, columns, rows: presentRows(stackCells(relation, columns), '1'), gathered: false }
}
