import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { features } from '@/lib/features/catalogue'
import type { Need } from '@/lib/features/feature'
import { eventKind } from '@/lib/features/figures-topics'
import { type Condition, conditionOf } from '@/lib/features/needs'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteName } from '@/lib/warehouse/sql'
import { purchase } from './queries-features-sql'
import type { SegmentationOptions } from './schema'

const purchases = `orders WHERE customer_id IS NOT NULL AND ${purchase}`
const lasts = (days: number) =>
  `(SELECT coalesce(date_diff('day', min(ordered_at), max(ordered_at)) >= ${days}, false) FROM ${purchases})`
const hasEvent = (kind: string) =>
  `EXISTS (SELECT 1 FROM interactions WHERE customer_id IS NOT NULL AND occurred_at IS NOT NULL AND ${eventKind} = '${kind}')`

const conditionSql: Record<Condition, string> = {
  half_year: lasts(180),
  full_year: lasts(365),
  // half of them: a shop that keeps days alone may have a few lines with a time from elsewhere
  time_of_day: `(SELECT coalesce(avg((ordered_at <> date_trunc('day', ordered_at))::INTEGER) >= 0.5, false) FROM ${purchases})`,
  view: hasEvent('view'),
  cart: hasEvent('cart'),
  wish: hasEvent('wish'),
}

const keyOf = ({ table, column }: Need) => `${table}.${column}`

/**
 * Which features of the catalogue the data supports (any value in a needed column, or a condition on the data as a
 * whole) and the days with purchases of named customers; null when there is no such purchase.
 */
export async function findAvailability(
  warehouse: DuckDBInstance,
  dataDir: string,
  batches: readonly BatchFile[],
): Promise<SegmentationOptions | null> {
  const needs = new Map(features.flatMap((feature) => feature.needs).map((need) => [keyOf(need), need]))
  const checks = [...needs].map(([key, need]) => {
    const condition = conditionOf(need)
    const any = `EXISTS (SELECT 1 FROM ${need.table} WHERE ${need.column} IS NOT NULL)`
    return `${condition ? conditionSql[condition] : any} AS ${quoteName(key)}`
  })
  type Answer = Record<string, boolean> & { first_date: string | null; last_date: string | null }
  const [answer] = await queryRows<Answer>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT ${checks.join(', ')},
            (SELECT min(ordered_at)::DATE::VARCHAR FROM ${purchases}) AS first_date,
            (SELECT max(ordered_at)::DATE::VARCHAR FROM ${purchases}) AS last_date`,
  )
  if (!answer?.first_date || !answer.last_date) return null
  const missing = features
    .map(({ id, needs: wanted }) => ({ feature: id, needs: wanted.filter((need) => !answer[keyOf(need)]) }))
    .filter((one) => one.needs.length > 0)
  const lacking = new Set(missing.map(({ feature }) => feature))
  return {
    available: features.map(({ id }) => id).filter((id) => !lacking.has(id)),
    missing,
    firstDate: answer.first_date,
    lastDate: answer.last_date,
  }
}
