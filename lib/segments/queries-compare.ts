import 'server-only'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { queryConnection, queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { Flow, FlowKey } from './compare-schema'

/** Customers in each pair of segments: of the temporary table `memberships` (rows) and of a result file (columns). */
export async function countOverlap(
  connection: DuckDBConnection,
  path: string,
  rows: number,
  columns: number,
): Promise<number[][]> {
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  const counts = await queryConnection<{ own: number; other: number; customers: number }>(
    connection,
    `SELECT memberships.segment AS own, earlier.segment AS other, count(*) AS customers
     FROM memberships JOIN read_parquet(${quoteText(path)}) earlier USING (customer_id) GROUP BY ALL`,
  )
  for (const { own, other, customers } of counts) {
    const row = table[own]
    if (row && other < columns) row[other] = customers
  }
  return table
}

const readRun = (path: string, where = 'true') =>
  `(SELECT customer_id, net_revenue, segment FROM read_parquet(${quoteText(path)}) WHERE ${where})`

/** Customers and their net revenue per pair of segments of two result files, those in one of them alone too. */
export async function readFlows(warehouse: DuckDBInstance, a: string, b: string): Promise<Flow[]> {
  return queryRows<Flow>(
    warehouse,
    `SELECT a.segment AS "from", b.segment AS "to", count(*) AS customers,
            coalesce(sum(a.net_revenue), 0)::DOUBLE AS "revenueBefore",
            coalesce(sum(b.net_revenue), 0)::DOUBLE AS "revenueAfter"
     FROM ${readRun(a)} a FULL JOIN ${readRun(b)} b USING (customer_id)
     GROUP BY ALL ORDER BY customers DESC, "from" NULLS LAST, "to" NULLS LAST`,
  )
}

export type MovedMember = { customer_id: string; before: number | null; after: number | null }

/** The customers of a flow (not from nowhere to nowhere) with their net revenue in both files. */
function selectMovers(paths: { a: string; b: string }, { from, to }: FlowKey): string {
  const a = readRun(paths.a, from === null ? 'true' : `segment = ${Math.trunc(from)}`)
  const b = readRun(paths.b, to === null ? 'true' : `segment = ${Math.trunc(to)}`)
  if (from === null)
    return `SELECT customer_id, NULL AS before, net_revenue AS after FROM ${b} ANTI JOIN ${a} USING (customer_id)`
  if (to === null)
    return `SELECT customer_id, net_revenue AS before, NULL AS after FROM ${a} ANTI JOIN ${b} USING (customer_id)`
  return `SELECT customer_id, a.net_revenue AS before, b.net_revenue AS after
          FROM ${a} a JOIN ${b} b USING (customer_id)`
}

/** One page of the customers of a flow, those with the most net revenue first, equals by customer id. */
export function readMovers(
  warehouse: DuckDBInstance,
  paths: { a: string; b: string },
  flow: FlowKey,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<MovedMember[]> {
  const limit = Math.trunc(pageSize)
  return queryRows<MovedMember>(
    warehouse,
    `SELECT customer_id, before::DOUBLE AS before, after::DOUBLE AS after FROM (${selectMovers(paths, flow)})
     ORDER BY coalesce(before, after) DESC, customer_id LIMIT ${limit} OFFSET ${(Math.trunc(page) - 1) * limit}`,
  )
}
