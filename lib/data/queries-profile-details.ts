import 'server-only'
import { INTEGER, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { type Cells, longestValue } from './queries-profile-rows'
import { numberReadings, type Reading, readingNames, readings, type TestName, tests } from './queries-types'

export const bins = 20
const topValues = 10
const shownProblems = 5

export type Scale = { i: number; reading: Reading; low: number; high: number }

/** Rows of each column by bin, from 0, of `bins` equal ones; only the first when all values are the same. */
export async function countBins(
  { connection, rows }: Cells,
  scales: readonly Scale[],
): Promise<{ i: number; bin: number; rows: number }[]> {
  if (scales.length === 0) return []
  const table = scales.map(
    ({ i, reading, low, high }) => `(${i}, '${reading}', ${low}::DOUBLE, ${high}::DOUBLE)`,
  )
  const used = readingNames.filter((name) => scales.some(({ reading }) => reading === name))
  const place = used.map((name) => {
    const isDecimal = numberReadings.some((each) => each === name)
    const value = readings[name]
    return `WHEN '${name}' THEN ${isDecimal ? `(${value})::DOUBLE` : `epoch(${value})`}`
  })
  return queryConnection(
    connection,
    `SELECT i, CASE WHEN high > low THEN least(floor((p - low) / (high - low) * ${bins}), ${bins - 1}) ELSE 0 END::INTEGER AS bin,
      sum(n)::BIGINT AS rows
    FROM (SELECT i, n, low, high, CASE reading ${place.join(' ')} END AS p
      FROM ${rows} JOIN (VALUES ${table.join(', ')}) AS scale(i, reading, low, high) USING (i))
    WHERE p IS NOT NULL GROUP BY ALL`,
  )
}

type Top = { i: number; value: string; rows: number }

/** The most frequent values of each column; of streamed cells, of the `frequent` ones those that occur repeatedly. */
export async function findTop(
  { connection, rows, gathered, columns }: Cells,
  frequent: ReadonlyMap<number, readonly string[]>,
): Promise<Top[]> {
  const shown = `left(value, ${longestValue}) AS value`
  if (gathered) {
    return queryConnection<Top>(
      connection,
      `SELECT i, ${shown}, n AS rows FROM ${rows}
      QUALIFY row_number() OVER (PARTITION BY i ORDER BY n DESC, line) <= ${topValues} ORDER BY i, n DESC, line`,
    )
  }
  const pairs = columns.flatMap((i) => (frequent.get(i) ?? []).map((value) => ({ i, value })))
  if (pairs.length === 0) return []
  await connection.run(
    'SET VARIABLE frequent_columns = $1::INTEGER[]',
    [listValue(pairs.map(({ i }) => i))],
    [LIST(INTEGER)],
  )
  await connection.run(
    'SET VARIABLE frequent_values = $1::VARCHAR[]',
    [listValue(pairs.map(({ value }) => value))],
    [LIST(VARCHAR)],
  )
  return queryConnection<Top>(
    connection,
    `SELECT i, left(cells.value, ${longestValue}) AS value, count(*) AS rows FROM ${rows} AS cells JOIN (SELECT unnest(getvariable('frequent_columns')) AS i,
      unnest(getvariable('frequent_values')) AS value) USING (i, value)
    GROUP BY i, cells.value HAVING count(*) > 1 ORDER BY i, rows DESC, value`,
  )
}

/** The test that a column's rows ought to pass, and one that they must not. */
export type Expected = { i: number; passes: TestName; fails: TestName | null }

/** The first rows of each column that are not as expected. */
export async function findProblems(
  { connection, rows }: Cells,
  expected: readonly Expected[],
): Promise<({ i: number } & ColumnProfile['problems'][number])[]> {
  if (expected.length === 0) return []
  const table = expected.map(
    ({ i, passes, fails }) => `(${i}, ${quoteText(passes)}, ${quoteText(fails ?? '')})`,
  )
  const cases = (pick: (each: Expected) => TestName | null) => {
    const names = [...new Set(expected.map(pick))].filter((name) => name !== null)
    return names.map((name) => `WHEN '${name}' THEN ${tests[name]}`).join(' ')
  }
  const fails = cases((each) => each.fails)
  const failed = fails ? `OR CASE fails ${fails} ELSE false END` : ''
  return queryConnection(
    connection,
    `SELECT i, line, left(value, ${longestValue}) AS value
    FROM ${rows} JOIN (VALUES ${table.join(', ')}) AS expected(i, passes, fails) USING (i)
    WHERE NOT CASE passes ${cases((each) => each.passes)} END ${failed}
    QUALIFY row_number() OVER (PARTITION BY i ORDER BY line) <= ${shownProblems} ORDER BY i, line`,
  )
}
