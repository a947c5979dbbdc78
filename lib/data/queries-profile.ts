import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnProfile, ColumnType } from '@/lib/csv/column-profile'
import {
  agreeOnOrder,
  countReadable,
  judgeMark,
  judgeOrder,
  judgeSerial,
  judgeType,
} from '@/lib/csv/judge-column'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { valueSql } from './queries-cells'
import { type CellCounts, countCells } from './queries-profile-counts'
import { bins, countBins, type Expected, findProblems, findTop, type Scale } from './queries-profile-details'
import { type Cells, estimateDistinct, fewValues, gatherCells, streamCells } from './queries-profile-rows'
import type { Reading, TestName } from './queries-types'

/** columns of a file that are looked at in one query */
const columnsAtOnce = 100
/** values of all columns that are gathered at once */
const gatheredAtOnce = 400_000
/** rows that are put in order to see whether they are sorted */
const mostSorted = 2_000_000

type Judged = { counts: CellCounts; distinct: number; type: ColumnType; readable: number } & Pick<
  ColumnProfile,
  'format' | 'ambiguous'
>

/** How a column's values are read as its type; null for types that have no other value than the text. */
function readingOf({ type, format }: Pick<Judged, 'type' | 'format'>): Reading | null {
  if (type === 'number' || type === 'percent') return format.decimalMark === ',' ? 'number_c' : 'number_p'
  if (type !== 'date') return null
  return format.dates === 'dmy' ? 'date_dmy' : format.dates === 'mdy' ? 'date_mdy' : 'date_ymd'
}

function judge(counts: CellCounts, estimate: number): Judged {
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
async function orderByTime(connection: DuckDBConnection, relation: string, column: Judged): Promise<Judged> {
  const { counts, ambiguous } = column
  if (ambiguous !== 'dayMonth' || counts.filled > mostSorted) return column
  const dmy = await isSorted(connection, relation, counts.i, 'dmy')
  const mdy = await isSorted(connection, relation, counts.i, 'mdy')
  return dmy === mdy ? column : { ...column, ambiguous: null, format: { dates: dmy ? 'dmy' : 'mdy' } }
}

function expectation({ counts, type, format }: Judged): Expected | null {
  if (type === 'empty' || type === 'text') return null
  if (type === 'id') return { i: counts.i, passes: 'word', fails: 'damaged' }
  const passes: TestName =
    type === 'number' || type === 'date' ? (readingOf({ type, format }) as Reading) : type
  return { i: counts.i, passes, fails: null }
}

const isoDay = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10)
const isoTime = (seconds: number) =>
  new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')

type Details = { scale: Scale | null; counted: { bin: number; rows: number }[] } & Pick<
  ColumnProfile,
  'top' | 'problems'
>

function describeColumn(column: Judged, gathered: boolean, details: Details): ColumnProfile {
  const { counts, type, format, ambiguous, distinct } = column
  const reading = readingOf(column)
  const readable = reading && type !== 'percent' ? counts[reading] : column.readable
  const limit = (name: 'min' | 'max') => {
    const value = reading ? counts[`${reading}_${name}`] : counts[name]
    return value === null ? null : type === 'date' ? isoTime(Number(value)) : String(value)
  }
  const { scale, counted } = details
  const width = scale ? (scale.high - scale.low) / bins : 0
  const write = (at: number) => (type === 'date' ? isoDay(at) : String(Number(at.toPrecision(12))))
  return {
    filled: counts.filled,
    distinct,
    distinctExact: gathered,
    type,
    typeShare: readable / counts.filled,
    format,
    ambiguous,
    min: limit('min'),
    max: limit('max'),
    mean: reading ? (counts[`${reading}_mean`] as number | null) : null,
    top: details.top,
    histogram: scale
      ? Array.from({ length: width > 0 ? bins : 1 }, (_, bin) => ({
          from: write(scale.low + bin * width),
          to: write(scale.low + (bin + 1) * width),
          rows: counted.find((each) => each.bin === bin)?.rows ?? 0,
        }))
      : null,
    problemRows: counts.filled - readable + (type === 'id' ? counts.damaged : 0),
    problems: details.problems,
  }
}

function scaleOf(column: Judged): Scale | null {
  const reading = readingOf(column)
  const [low, high] = reading
    ? [column.counts[`${reading}_min`], column.counts[`${reading}_max`]]
    : [null, null]
  if (!reading || low === null || high === null) return null
  return { i: column.counts.i, reading, low: Number(low), high: Number(high) }
}

async function profileCells(cells: Cells, judged: readonly Judged[]): Promise<[number, ColumnProfile][]> {
  const scales = judged.map(scaleOf).filter((scale) => scale !== null)
  const counted = await countBins(cells, scales)
  const top = await findTop(cells, new Map(judged.map(({ counts }) => [counts.i, counts.frequent ?? []])))
  const expected = judged.map(expectation).filter((each) => each !== null)
  const problems = await findProblems(cells, expected)
  const of = <T extends { i: number }>(found: readonly T[], column: number) =>
    found.flatMap(({ i, ...rest }) => (i === column ? [rest] : []))
  return judged.map((column) => {
    const { i } = column.counts
    const details = {
      scale: scales.find((scale) => scale.i === i) ?? null,
      counted: of(counted, i),
      top: of(top, i),
      problems: of(problems, i),
    }
    return [i, describeColumn(column, cells.gathered, details)]
  })
}

const emptyProfile: ColumnProfile = {
  ...{
    filled: 0,
    distinct: 0,
    distinctExact: true,
    type: 'empty',
    typeShare: 0,
    format: {},
    ambiguous: null,
  },
  ...{ min: null, max: null, mean: null, top: [], histogram: null, problemRows: 0, problems: [] },
}

/** Columns in groups that are worked on together: of many values all, of few values as many as can be gathered. */
function groupColumns(estimates: ReadonlyMap<number, number>): { columns: number[]; gathered: boolean }[] {
  const groups: { columns: number[]; gathered: boolean }[] = []
  const many = [...estimates].filter(([, distinct]) => distinct > fewValues).map(([column]) => column)
  if (many.length > 0) groups.push({ columns: many, gathered: false })
  let [columns, room]: [number[], number] = [[], -1]
  for (const [column, distinct] of estimates) {
    if (distinct > fewValues) continue
    if (distinct > room) {
      columns = []
      room = gatheredAtOnce
      groups.push({ columns, gathered: true })
    }
    columns.push(column)
    room -= distinct
  }
  return groups
}

/**
 * What all rows of a relation (line INTEGER, c0 … cN VARCHAR) say of each of its columns, in bounded memory and few
 * passes. `onColumn` hears how many columns are done.
 */
export async function profileColumns(
  connection: DuckDBConnection,
  relation: string,
  columns: number,
  onColumn: (done: number) => void,
): Promise<ColumnProfile[]> {
  const profiles = Array.from({ length: columns }, () => emptyProfile)
  let done = 0
  for (let first = 0; first < columns; first += columnsAtOnce) {
    const batch = Array.from(
      { length: Math.min(columnsAtOnce, columns - first) },
      (_, index) => first + index,
    )
    const estimates = await estimateDistinct(connection, relation, batch)
    for (const group of groupColumns(estimates)) {
      const open = group.gathered ? gatherCells : streamCells
      const cells = await open(connection, relation, group.columns)
      const judged: Judged[] = []
      for (const counts of await countCells(cells)) {
        judged.push(await orderByTime(connection, relation, judge(counts, estimates.get(counts.i) ?? 0)))
      }
      for (const [column, profile] of await profileCells(cells, agreeOnOrder(judged)))
        profiles[column] = profile
      done += group.columns.length
      onColumn(done)
    }
  }
  return profiles
}
