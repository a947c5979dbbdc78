import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'

const farthestShown = 5
/** distance to the own centre ÷ distance to the other one from which a customer is nearly as near to the other */
const border = 0.8
/** interquartile ranges beyond the third quartile: Tukey's outer fence */
const fence = 3

export type Outliers = { segment: number; outliers: number }
export type Neighbour = { segment: number; position: number; customers: number }
export type Farthest = { segment: number; customerId: string; distance: number }

/** Per segment whose customers have a distance to its centre. */
export function countOutliers(connection: DuckDBConnection): Promise<Outliers[]> {
  return queryConnection(
    connection,
    `WITH quartiles AS (SELECT segment, quantile_cont(distance, 0.25) AS q1, quantile_cont(distance, 0.75) AS q3
                        FROM memberships WHERE distance IS NOT NULL GROUP BY segment)
     SELECT segment, count(*) FILTER (WHERE distance > q3 + ${fence} * (q3 - q1)) AS outliers
     FROM memberships JOIN quartiles USING (segment) GROUP BY segment ORDER BY segment`,
  )
}

/** Customers nearly as near to another segment's centre, most first. */
export function countNeighbours(connection: DuckDBConnection): Promise<Neighbour[]> {
  return queryConnection(
    connection,
    `SELECT segment, second AS position, count(*) AS customers FROM memberships
     WHERE second >= 0 AND NOT isnan(second_distance) AND distance >= ${border} * second_distance
     GROUP BY ALL ORDER BY segment, customers DESC, position`,
  )
}

/** The five farthest from each centre, farthest first. */
export function readFarthest(connection: DuckDBConnection): Promise<Farthest[]> {
  return queryConnection(
    connection,
    `SELECT segment, customer_id AS "customerId", distance FROM memberships WHERE distance IS NOT NULL
     QUALIFY row_number() OVER (PARTITION BY segment ORDER BY distance DESC, customer_id) <= ${farthestShown}
     ORDER BY segment, distance DESC, customer_id`,
  )
}
