import 'server-only'
import type { MarkCounts, OrderCounts } from '@/lib/csv/judge-column'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { type Cells, longestValue } from './queries-profile-rows'
import {
  dateReadings,
  markSql,
  numberReadings,
  type Reading,
  readingNames,
  readings,
  shortSql,
  simpleNames,
  type TestName,
  testNames,
  tests,
} from './queries-types'

/** What the rows of a column come to; readings and tests that its sample does not suggest are 0. */
export type CellCounts = Record<TestName, number> &
  MarkCounts &
  OrderCounts & {
    i: number
    filled: number
    /** exact for gathered cells, null for others */
    distinct: number | null
    min: string | null
    max: string | null
    /** of streamed cells, perhaps not the very most frequent */
    frequent: string[] | null
  } & Record<`${Reading}_min` | `${Reading}_max` | `${Reading}_mean`, string | number | null>

type Likely = { i: number } & Record<TestName, boolean>

const sum = (condition: string, name: string) =>
  `coalesce(sum(n) FILTER (${condition}), 0)::BIGINT AS "${name}"`

/** Which tests more than half of a column's sample passes; only those are then made on all rows. */
async function findLikely({ connection, columns }: Cells): Promise<Likely[]> {
  const likely = testNames.map(
    (name) => `2 * coalesce(sum(n) FILTER (${tests[name]}), 0) > sum(n) AS "${name}"`,
  )
  const found = await queryConnection<Likely>(
    connection,
    `SELECT i, ${likely.join(', ')} FROM profile_sample GROUP BY i`,
  )
  return found.filter(({ i }) => columns.includes(i))
}

const isNumber = numberReadings.map((name) => `"${name}_likely"`).join(' OR ')
const isDate = dateReadings.map((name) => `"${name}_likely"`).join(' OR ')

/** Limits of a reading; decimals as plain text, times as seconds since 1970. */
function limitsSql(name: Reading): string[] {
  const isDecimal = name === 'number_p' || name === 'number_c'
  const show = (value: string) =>
    isDecimal ? `regexp_replace((${value})::VARCHAR, '[.]?0+$', '')` : `epoch(${value})`
  return [
    ...['min', 'max'].map((limit) => `${show(`${limit}("${name}_value")`)} AS "${name}_${limit}"`),
    isDecimal
      ? `(sum("${name}_value" * n) / sum(n) FILTER ("${name}_value" IS NOT NULL))::DOUBLE AS "${name}_mean"`
      : `NULL::DOUBLE AS "${name}_mean"`,
  ]
}

/** The parts of a short date as numbers. */
const [first, second] = ['a', 'b'].map((part) => `TRY_CAST(short.${part} AS INTEGER)`)

const orderCounts = {
  yearFirst: 'year_first',
  short: `${first} IS NOT NULL`,
  firstAbove: `${first} BETWEEN 13 AND 31 AND ${second} <= 12`,
  secondAbove: `${second} BETWEEN 13 AND 31 AND ${first} <= 12`,
  firstYear: `${first} > 31`,
  unlike: `${first} <> ${second}`,
  dotted: "short.mark = '.'",
} satisfies Partial<Record<keyof OrderCounts, string>>
const markCounts = { comma: "mark = ','", point: "mark = '.'", either: "mark = '?'" } satisfies Record<
  keyof MarkCounts,
  string
>

const judged = [
  ...readingNames.map((name) => `CASE WHEN "${name}_likely" THEN ${readings[name]} END AS "${name}_value"`),
  ...simpleNames.map((name) => `CASE WHEN "${name}_likely" THEN ${tests[name]} END AS "${name}_passed"`),
  `CASE WHEN ${isNumber} THEN ${markSql} END AS mark`,
  `CASE WHEN ${isDate} THEN ${shortSql} END AS short`,
  `CASE WHEN ${isDate} THEN regexp_matches(t, '^[0-9]{4}') END AS year_first`,
]
const counted = [
  'sum(n)::BIGINT AS filled',
  `left(min(t), ${longestValue}) AS min, left(max(t), ${longestValue}) AS max`,
  ...readingNames.map((name) => sum(`"${name}_value" IS NOT NULL`, name)),
  ...readingNames.flatMap(limitsSql),
  ...simpleNames.map((name) => sum(`"${name}_passed"`, name)),
  ...Object.entries({ ...markCounts, ...orderCounts }).map(([name, test]) => sum(test, name)),
  `count(DISTINCT ${first}) AS "firstDistinct", count(DISTINCT ${second}) AS "secondDistinct"`,
]

/** Counts every way in which the rows of each column may be read. Columns without a value are left out. */
export async function countCells(cells: Cells): Promise<CellCounts[]> {
  const likely = await findLikely(cells)
  if (likely.length === 0) return []
  const table = likely.map((column) => `(${[column.i, ...testNames.map((name) => column[name])].join(', ')})`)
  const names = ['i', ...testNames.map((name) => `"${name}_likely"`)]
  const more = cells.gathered
    ? 'count(DISTINCT t) AS distinct, NULL::VARCHAR[] AS frequent'
    : 'NULL::BIGINT AS distinct, approx_top_k(value, 10) AS frequent'
  return queryConnection<CellCounts>(
    cells.connection,
    `SELECT i, ${more}, ${counted.join(', ')}
    FROM (SELECT i, value, t, n, ${judged.join(', ')}
      FROM ${cells.rows} JOIN (VALUES ${table.join(', ')}) AS likely(${names.join(', ')}) USING (i))
    GROUP BY i`,
  )
}
