import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import type { GroupCount } from './review-groups'

const mostGroups = 8

const bands = `CASE WHEN age < 18 THEN '0–17' WHEN age < 25 THEN '18–24' WHEN age < 35 THEN '25–34' WHEN age < 45 THEN '35–44'
  WHEN age < 55 THEN '45–54' WHEN age < 65 THEN '55–64' WHEN age >= 65 THEN '65+' END`

/**
 * Counts per field, group and segment: of each field the eight largest groups (place 1 to 8), each segment's own largest
 * (first) and those of whom it is not known (value null).
 */
export async function countGroups(connection: DuckDBConnection): Promise<GroupCount[]> {
  return queryConnection(
    connection,
    `WITH counts AS (
       SELECT CASE WHEN grouping(gender) = 0 THEN 'gender' WHEN grouping(band) = 0 THEN 'age'
                   WHEN grouping(country) = 0 THEN 'country' ELSE 'city' END AS field,
              coalesce(gender, band, country, city) AS value, segment, count(*) AS customers
       FROM (SELECT segment, gender, ${bands} AS band, country, city FROM insight_people)
       GROUP BY GROUPING SETS ((segment, gender), (segment, band), (segment, country), (segment, city))),
     totals AS (
       SELECT field, value, sum(customers) AS total,
              row_number() OVER (PARTITION BY field ORDER BY value IS NULL, sum(customers) DESC, value) AS place
       FROM counts GROUP BY field, value),
     known AS (SELECT field, segment, sum(customers) AS known, arg_max(value, (customers, value)) AS largest
               FROM counts WHERE value IS NOT NULL GROUP BY field, segment)
     SELECT c.field, c.value, c.segment, c.customers, t.place, coalesce(k.known, 0)::DOUBLE AS known,
            coalesce(c.value = k.largest, false) AS first
     FROM counts c JOIN totals t ON c.field = t.field AND c.value IS NOT DISTINCT FROM t.value
          LEFT JOIN known k ON c.field = k.field AND c.segment = k.segment
     WHERE t.place <= ${mostGroups} OR c.value IS NULL OR c.value = k.largest`,
  )
}
