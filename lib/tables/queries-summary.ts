import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryRows } from '@/lib/warehouse/duckdb'
import type { TableName } from '@/lib/warehouse/tables'
import { chooseEdges, chooseUnit, fillEdges, fillUnits, type Spread } from './bins'
import { bindValues, columnSql, isMasked, requireColumn, type Scope } from './queries-expressions'
import type { BinUnit, CellValue, ColumnSummary } from './schema'

const topValues = 10
const longest = 300

type Basics = { rows: number; filled: number; distinct: number; min: CellValue; max: CellValue }
type Numbers = {
  mean: number
  p01: number
  q1: number
  median: number
  q3: number
  p99: number
  whole: boolean
}

const startSql = (unit: BinUnit, value: string) => `date_trunc('${unit}', ${value})::DATE::VARCHAR`

/** A column over all rows of its table: how full it is and, for those who may see its values, what is in it and how it is spread. */
export async function summariseColumn(
  warehouse: DuckDBInstance,
  tables: string,
  table: TableName,
  key: string,
  scope: Scope,
): Promise<ColumnSummary> {
  const column = requireColumn(table, key, scope)
  const { kind } = column
  const masked = isMasked(column, scope)
  const { values, bind } = bindValues()
  // One text for all statements: an attribute's name is bound once.
  const sql = columnSql(table, column, scope, bind)
  const cells = `WITH ${tables}, cells AS (SELECT ${sql} AS x FROM ${table})`
  const text = (value: string) => (kind === 'text' ? `left(${value}, ${longest})` : value)
  const [basics] = await queryRows<Basics>(
    warehouse,
    `${cells} SELECT count(*) AS rows, count(x) AS filled, count(DISTINCT x) AS "distinct",
      ${text('min(x)')} AS min, ${text('max(x)')} AS max FROM cells`,
    values,
  )
  const { rows = 0, filled = 0, distinct = 0, min = null, max = null } = basics ?? {}
  const summary: ColumnSummary = {
    ...{ kind, masked, rows, filled, distinct, min, max },
    ...{ mean: null, quartiles: null, top: [], histogram: null },
  }
  if (masked) return { ...summary, distinct: 0, min: null, max: null }
  if (filled === 0) return summary
  const top = await queryRows<ColumnSummary['top'][number]>(
    warehouse,
    `${cells} SELECT ${text('x')} AS value, rows FROM (
      SELECT x, count(*) AS rows FROM cells WHERE x IS NOT NULL GROUP BY x ORDER BY rows DESC, x LIMIT ${topValues})
     ORDER BY rows DESC, x`,
    values,
  )
  const query = { warehouse, cells, values }
  if (kind === 'date' || kind === 'datetime')
    return { ...summary, top, histogram: await countByUnit(query, String(min), String(max)) }
  if (kind === 'number' || kind === 'money')
    return { ...summary, top, ...(await readNumbers(query, summary)) }
  return { ...summary, top }
}

type Query = { warehouse: DuckDBInstance; cells: string; values: ReturnType<typeof bindValues>['values'] }

async function countByUnit({ warehouse, cells, values }: Query, min: string, max: string) {
  const unit = chooseUnit(min.slice(0, 10), max.slice(0, 10))
  const counts = await queryRows<{ start: string; rows: number }>(
    warehouse,
    `${cells} SELECT ${startSql(unit, 'x')} AS start, count(*) AS rows FROM cells WHERE x IS NOT NULL
     GROUP BY start ORDER BY start`,
    values,
  )
  return { unit, bins: fillUnits(counts, unit) }
}

async function readNumbers({ warehouse, cells, values }: Query, summary: ColumnSummary) {
  const [numbers] = await queryRows<Numbers>(
    warehouse,
    `${cells} SELECT mean, whole,
      p[1] AS p01, p[2] AS q1, p[3] AS median, p[4] AS q3, p[5] AS p99
     FROM (SELECT avg(x)::DOUBLE AS mean, bool_and(x = floor(x)) AS whole,
       quantile_cont(x::DOUBLE, [0.01, 0.25, 0.5, 0.75, 0.99]) AS p FROM cells)`,
    values,
  )
  if (!numbers) return { min: Number(summary.min), max: Number(summary.max) }
  const { mean, q1, median, q3 } = numbers
  const min = Number(summary.min)
  const max = Number(summary.max)
  const spread: Spread = { min, max, p01: numbers.p01, p99: numbers.p99, whole: numbers.whole }
  const edges = chooseEdges(spread)
  const counts = await queryRows<{ bin: number; rows: number }>(
    warehouse,
    `${cells} SELECT len(list_filter([${edges.join(', ')}]::DOUBLE[], lambda edge: edge <= x::DOUBLE)) AS bin, count(*) AS rows
     FROM cells WHERE x IS NOT NULL GROUP BY bin`,
    values,
  )
  const bins = fillEdges(new Map(counts.map(({ bin, rows }) => [bin, rows])), edges, max)
  const quartiles: [number, number, number] = [q1, median, q3]
  return { min, max, mean, quartiles, histogram: { unit: null, bins } }
}
