import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { featureColumn } from '@/lib/features/column'
import type { GroupMoments } from '@/lib/statistics/group-moments'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteName } from '@/lib/warehouse/sql'

/** The moments of every feature in one segment (−1 = customers in none), over the customers who have a value. */
export type SegmentMoments = { segment: number; features: GroupMoments[] }

const joined = 'features LEFT JOIN memberships USING (customer_id)'
const segment = 'coalesce(segment, -1)::INTEGER'
const columnOf = (feature: string) => quoteName(featureColumn(feature))

export async function readMoments(
  connection: DuckDBConnection,
  features: readonly string[],
): Promise<SegmentMoments[]> {
  const figures = features.map((feature, i) => {
    const column = columnOf(feature)
    const there = `FILTER (WHERE isfinite(${column}))`
    return `, count(*) ${there} AS n${i}, avg(${column}) ${there} AS m${i}, var_pop(${column}) ${there} AS v${i}`
  })
  const rows = await queryConnection<Record<string, number | null>>(
    connection,
    `SELECT ${segment} AS segment ${figures.join('')} FROM ${joined} GROUP BY 1 ORDER BY 1`,
  )
  return rows.map((row) => ({
    segment: row.segment ?? -1,
    features: features.map((_, i) => {
      const count = row[`n${i}`] ?? 0
      return { count, mean: row[`m${i}`] ?? 0, squares: (row[`v${i}`] ?? 0) * count }
    }),
  }))
}

/** Raw feature values of some customers; NaN = no value. `segments` −1 = in none. */
export type FeatureSample = { segments: Int32Array; columns: Float64Array[] }

/** At most `size` customers by the hash of their id: the same every time, and in no order that means anything. */
export async function readSample(
  connection: DuckDBConnection,
  features: readonly string[],
  size: number,
): Promise<FeatureSample> {
  const columns = features.map((feature) => `, ${columnOf(feature)}`)
  const reader = await connection.runAndReadAll(
    `SELECT ${segment} ${columns.join('')} FROM ${joined}
     WHERE customer_id IN (SELECT customer_id FROM features ORDER BY hash(customer_id), customer_id LIMIT ${size})
     ORDER BY hash(customer_id), customer_id`,
  )
  const [segments = [], ...values] = reader.getColumns()
  return {
    segments: Int32Array.from(segments as number[]),
    columns: values.map((column) =>
      Float64Array.from(column as (number | null)[], (value) =>
        value !== null && Number.isFinite(value) ? value : Number.NaN,
      ),
    ),
  }
}

export type Condition = { feature: string; operator: '<=' | '>'; value: number }
export type RuleCount = { rule: number; segment: number; customers: number }

/** How many customers of each segment meet which of the rules; one without a value has the feature's `fill`. */
export function countRules(
  connection: DuckDBConnection,
  rules: readonly { conditions: readonly Condition[] }[],
  fills: Readonly<Record<string, number>>,
): Promise<RuleCount[]> {
  const values: number[] = []
  const bind = (value: number) => `$${values.push(value)}::DOUBLE`
  const meets = ({ feature, operator, value }: Condition) => {
    const column = columnOf(feature)
    const known = `CASE WHEN isfinite(${column}) THEN ${column} ELSE ${bind(fills[feature] ?? 0)} END`
    return `(${known}) ${operator} ${bind(value)}`
  }
  const cases = rules.map(
    ({ conditions }, i) => `WHEN ${['true', ...conditions.map(meets)].join(' AND ')} THEN ${i}`,
  )
  return queryConnection(
    connection,
    `SELECT CASE ${cases.join(' ')} END AS rule, ${segment} AS segment, count(*) AS customers
     FROM ${joined} GROUP BY ALL ORDER BY 1, 2`,
    values,
  )
}
