import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { featureColumn } from '@/lib/features/column'
import { roundEdges } from '@/lib/statistics/histogram'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteName, quoteText } from '@/lib/warehouse/sql'
import type { Distribution, MapPoints } from './schema'

const mapPoints = 50_000
const bins = 24

const readResult = (path: string) => `read_parquet(${quoteText(path)})`

/** At most 50,000 customers on the map; beyond that a sample by the hash of their id, the same every time. */
export async function readMap(warehouse: DuckDBInstance, path: string): Promise<MapPoints> {
  const rows = await queryRows<{ customer_id: string; x: number; y: number; segment: number; total: number }>(
    warehouse,
    `SELECT customer_id, round(x, 3) AS x, round(y, 3) AS y, segment, total
     FROM (SELECT *, count(*) OVER () AS total, row_number() OVER (ORDER BY hash(customer_id), customer_id) AS draw
           FROM ${readResult(path)})
     WHERE draw <= ${mapPoints}
     ORDER BY draw`,
  )
  return {
    total: rows[0]?.total ?? 0,
    ids: rows.map((row) => row.customer_id),
    x: rows.map((row) => row.x),
    y: rows.map((row) => row.y),
    segment: rows.map((row) => row.segment),
  }
}

type Spread = { segment: number; quantiles: number[] | null; missing: number }

/**
 * How a feature (one the run knows) spreads in each segment: counts in common round bins over the middle 98 % of all
 * customers, the rest in the end bins; quantiles by R type 7.
 */
export async function readDistribution(
  warehouse: DuckDBInstance,
  path: string,
  feature: string,
): Promise<Distribution> {
  const value = quoteName(featureColumn(feature))
  const result = readResult(path)
  const [range] = await queryRows<{ ends: number[] | null; whole: boolean | null }>(
    warehouse,
    `SELECT quantile_cont(${value}, [0.01, 0.99]) AS ends, bool_and(${value} = floor(${value})) AS whole
     FROM ${result}`,
  )
  const spreads = await queryRows<Spread>(
    warehouse,
    `SELECT segment, quantile_cont(${value}, [0.05, 0.25, 0.5, 0.75, 0.95]) AS quantiles,
            count(*) FILTER (WHERE ${value} IS NULL) AS missing
     FROM ${result} GROUP BY segment ORDER BY segment`,
  )
  const [low, high] = range?.ends ?? []
  const edges =
    low === undefined || high === undefined ? [] : roundEdges(low, high, bins, range?.whole ?? false)
  const counts = spreads.map(() => new Array<number>(Math.max(0, edges.length - 1)).fill(0))
  const rowOf = new Map(spreads.map(({ segment }, index) => [segment, index]))
  for (const { segment, bin, customers } of await countBins(warehouse, result, value, edges)) {
    const row = counts[rowOf.get(segment) ?? -1]
    if (row) row[bin] = customers
  }
  return {
    feature,
    edges,
    segments: spreads.map(({ segment, missing, quantiles }, index) => {
      const [p5 = null, p25 = null, median = null, p75 = null, p95 = null] = quantiles ?? []
      return { position: segment, counts: counts[index] ?? [], missing, p5, p25, median, p75, p95 }
    }),
  }
}

/** Customers per segment and bin; values outside the edges fall into the end bins. */
async function countBins(warehouse: DuckDBInstance, result: string, value: string, edges: number[]) {
  if (edges.length < 2) return []
  const last = edges.length - 2
  const step = edges[1]! - edges[0]!
  return queryRows<{ segment: number; bin: number; customers: number }>(
    warehouse,
    `SELECT segment, least(${last}, greatest(0, floor((${value} - $1) / $2 + 1e-9)))::INTEGER AS bin, count(*) AS customers
     FROM ${result} WHERE ${value} IS NOT NULL GROUP BY ALL`,
    [edges[0]!, step],
  )
}

/** The segment (position) of one customer in each of the result files that hold them, by the file's index. */
export async function readMemberships(
  warehouse: DuckDBInstance,
  paths: readonly string[],
  customerId: string,
): Promise<Map<number, number>> {
  if (paths.length === 0) return new Map()
  const rows = await queryRows<{ run: number; segment: number }>(
    warehouse,
    `SELECT file_index AS run, segment FROM read_parquet([${paths.map(quoteText).join()}]) WHERE customer_id = $1`,
    [customerId],
  )
  return new Map(rows.map(({ run, segment }) => [run, segment]))
}
