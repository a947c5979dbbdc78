import 'server-only'
import { type DuckDBInstance, listValue } from '@duckdb/node-api'
import { personalShare } from '@/lib/csv/personal-columns'
import { queryRows } from '@/lib/warehouse/duckdb'
import { isPersonalValueSql } from './mask'

const mostAttributes = 200
const mostJudged = 50_000

/** The names that customer files gave to what has no column of its own, alphabetical. */
export async function listAttributes(warehouse: DuckDBInstance, tables: string): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(
    warehouse,
    `WITH ${tables} SELECT DISTINCT unnest(map_keys(attributes)) AS name FROM customers
     ORDER BY name LIMIT ${mostAttributes}`,
  )
  return rows.map(({ name }) => name)
}

/**
 * Those of the named attributes whose values tell who the customers are; judged over 50,000 customers, the same every time.
 * What is missed that way is masked cell by cell.
 */
export async function findPersonalAttributes(
  warehouse: DuckDBInstance,
  tables: string,
  names: readonly string[],
): Promise<string[]> {
  if (names.length === 0) return []
  const rows = await queryRows<{ name: string }>(
    warehouse,
    `WITH ${tables}, entries AS (
       SELECT unnest(map_keys(attributes)) AS name, unnest(map_values(attributes)) AS value
       FROM (SELECT attributes FROM customers WHERE attributes IS NOT NULL ORDER BY hash(customer_id) LIMIT ${mostJudged}))
     SELECT name FROM entries WHERE value <> '' AND name IN (SELECT unnest($names)) GROUP BY name
     HAVING count(*) FILTER (WHERE ${isPersonalValueSql('value')}) >= ${personalShare} * count(*)`,
    { names: listValue([...names]) },
  )
  return rows.map(({ name }) => name)
}
