import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'

/** null = everybody; −1 = customers in no segment */
type Of = { segment: number | null }

export type PeopleFigures = Of & {
  customers: number
  revenue: number
  purchases: number
  once: number
  recency: number
  age: number | null
  consent: number | null
}
export type MonthFigures = {
  segment: number
  /** months since the year 0 */
  month: number
  net: number
  sales: number
  returns: number
  /** null where no line has a discount */
  discounts: number | null
}
export type TimeFigures = {
  segment: number
  weekday: number
  hour: number
  purchases: number
  /** those not at the stroke of midnight, as dates without a time are */
  timed: number
}

const sets = 'GROUPING SETS ((segment), ())'

export function readPeopleFigures(connection: DuckDBConnection): Promise<PeopleFigures[]> {
  return queryConnection(
    connection,
    `SELECT segment, count(*) AS customers, sum(net_revenue) AS revenue, sum(purchases)::DOUBLE AS purchases,
            count(*) FILTER (WHERE purchases = 1) AS once, median(recency) AS recency, median(age) AS age,
            avg(consent::INTEGER) AS consent
     FROM insight_people GROUP BY ${sets}`,
  )
}

/** Median of the mean days between purchases of those who bought more than once. */
export function readGaps(connection: DuckDBConnection): Promise<(Of & { gap: number })[]> {
  return queryConnection(
    connection,
    `SELECT segment, median(gap) AS gap
     FROM (SELECT min(segment) AS segment, date_diff('day', min(ordered_at), max(ordered_at)) / (count(*) - 1) AS gap
           FROM insight_purchases GROUP BY n HAVING count(*) > 1)
     GROUP BY ${sets} HAVING count(*) > 0`,
  )
}

/** Money per segment and month, also of customers in no segment; months without a line are left out. */
export function readMonths(connection: DuckDBConnection): Promise<MonthFigures[]> {
  return queryConnection(
    connection,
    `SELECT segment, (12 * year(ordered_at) + month(ordered_at) - 1)::INTEGER AS month, sum(amount)::DOUBLE AS net,
            coalesce(sum(amount) FILTER (WHERE bought), 0)::DOUBLE AS sales,
            coalesce(-sum(amount) FILTER (WHERE returned), 0)::DOUBLE AS returns,
            sum(discount) FILTER (WHERE bought)::DOUBLE AS discounts
     FROM insight_lines WHERE bought OR returned GROUP BY ALL ORDER BY month, segment`,
  )
}

export function readTimes(connection: DuckDBConnection): Promise<TimeFigures[]> {
  return queryConnection(
    connection,
    `SELECT segment, isodow(ordered_at)::INTEGER AS weekday, hour(ordered_at)::INTEGER AS hour, count(*) AS purchases,
            count(*) FILTER (WHERE ordered_at <> date_trunc('day', ordered_at)) AS timed
     FROM insight_purchases GROUP BY ALL`,
  )
}
