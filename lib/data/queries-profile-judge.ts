import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnProfile, ColumnType } from '@/lib/csv/column-profile'
import { countReadable, judgeMark, judgeOrder, judgeSerial, judgeType } from '@/lib/csv/judge-column'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { valueSql } from './queries-cells'
import type { CellCounts } from './queries-profile-counts'
import type { Reading } from './queries-types'

/** rows that are put in order to see whether they are sorted */
const mostSorted = 2_000_000

export type Judged = { counts: CellCounts; distinct: number; type: ColumnType; readable: number } & Pick<
  ColumnProfile,
  'format' | 'ambiguous'
>

/** How a column's values are read as its type; null for types that have no other value than the text. */
export function readingOf({ type, format }: Pick<Judged, 'type' | 'format'>): Reading | null {
  if (type === 'number' || type === 'percent') return format.decimalMark === ',' ? 'number_c' : 'number_p'
  if (type !== 'date') return null
  return format.dates === 'dmy' ? 'date_dmy' : format.dates === 'mdy' ? 'date_mdy' : 'date_ymd'
}

/** What the counts of a column say that it is; `estimate` of its different values where they are not counted. */
export function judgeCells(counts: CellCounts, estimate: number): Judged {
  const distinct = counts.distinct ?? estimate
  const date = Math.max(counts.date_ymd, counts.date_dmy, counts.date_mdy)
  const all = { ...counts, date, number: Math.max(counts.number_p, counts.number_c) }
  const type = judgeType(all, distinct, counts.code)
  const plain = { counts, distinct, type, readable: countReadable(all, type) }
  if (type === 'number' || type === 'percent') {
    const { format, ambiguous } = judgeMark(counts)
    const serial = type === 'number' ? judgeSerial(counts, counts.filled) : {}
    return { ...plain, ambiguous, format: { ...format, ...serial } }
  }
  return type === 'date' ? { ...plain, ...judgeOrder(counts) } : { ...plain, format: {}, ambiguous: null }
}

/** Whether the dates of a column, read in each order, only grow or only shrink from row to row. */
async function isSorted(
  connection: DuckDBConnection,
  relation: string,
  column: number,
  dates: 'dmy' | 'mdy',
) {
  const value = valueSql('datetime', `c${column}`, { dates })
  const [found] = await queryConnection<{ sorted: boolean }>(
    connection,
    `SELECT count(DISTINCT v) > 2 AND (bool_and(v >= before) OR bool_and(v <= before)) AS sorted
    FROM (SELECT v, lag(v) OVER (ORDER BY line) AS before
      FROM (SELECT line, ${value} AS v FROM ${relation}) WHERE v IS NOT NULL)`,
  )
  return found?.sorted ?? false
}

/** A column whose days are all up to 12 may still be sorted by time in one reading only. */
export async function orderByTime(
  connection: DuckDBConnection,
  relation: string,
  column: Judged,
): Promise<Judged> {
  const { counts, ambiguous } = column
  if (ambiguous !== 'dayMonth' || counts.filled > mostSorted) return column
  const dmy = await isSorted(connection, relation, counts.i, 'dmy')
  const mdy = await isSorted(connection, relation, counts.i, 'mdy')
  return dmy === mdy ? column : { ...column, ambiguous: null, format: { dates: dmy ? 'dmy' : 'mdy' } }
}
