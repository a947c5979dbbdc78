import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import { agreeOnOrder } from '@/lib/csv/judge-column'
import { countCells } from './queries-profile-counts'
import { bins, countBins, type Expected, findProblems, findTop, type Scale } from './queries-profile-details'
import { type Judged, judgeCells, orderByTime, readingOf } from './queries-profile-judge'
import { type Cells, estimateDistinct, fewValues, gatherCells, streamCells } from './queries-profile-rows'
import type { Reading, TestName } from './queries-types'

/** columns of a file that are looked at in one query */
const columnsAtOnce = 100
/** values of all columns that are gathered at once */
const gatheredAtOnce = 400_000

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
        judged.push(await orderByTime(connection, relation, judgeCells(counts, estimates.get(counts.i) ?? 0)))
      }
      for (const [column, profile] of await profileCells(cells, agreeOnOrder(judged)))
        profiles[column] = profile
      done += group.columns.length
      onColumn(done)
    }
  }
  return profiles
}
