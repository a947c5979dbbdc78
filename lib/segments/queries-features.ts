import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { featureColumn } from '@/lib/features/column'
import { parseFeatureId } from '@/lib/features/feature-id'
import { productLaunches } from '@/lib/features/figures-topics'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import type { FeatureTable } from './feature-table'
import { readFeatureTable } from './queries-feature-table'
import { featureQuery, listParts, type Part } from './queries-features-sql'
import { findLevels } from './queries-own-features'

/** The levels of each field among the ids, `*` left out. */
function listLevels(ids: readonly string[]): Map<string, string[]> {
  const levels = new Map<string, string[]>()
  for (const id of ids) {
    const parsed = parseFeatureId(id)
    if (parsed?.kind !== 'level') continue
    const known = levels.get(parsed.field) ?? []
    if (parsed.value !== null) known.push(parsed.value)
    levels.set(parsed.field, known)
  }
  return levels
}

type Prepared = { dataDir: string; batches: readonly BatchFile[]; ids: readonly string[]; columns: number }

/**
 * The parts of the customers to compute `columns` columns for, one after another by `featureQuery`; leaves on the
 * connection what these queries share.
 */
export async function prepareFeatures(
  connection: DuckDBConnection,
  { dataDir, batches, ids, columns }: Prepared,
): Promise<Part[]> {
  const dataset = `WITH ${datasetTables(dataDir, batches)}`
  if (ids.includes('new_product_share')) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE product_launches AS ${dataset} ${productLaunches}`)
  }
  const [counts] = await queryConnection<{ lines: number }>(
    connection,
    `${dataset} SELECT count(*) AS lines FROM orders`,
  )
  return listParts(counts?.lines ?? 0, columns)
}

/** Which values a level `*` leaves out: those with a level among the ids, or those frequent in the data as of the day. */
export type OtherLevels = 'listed' | 'data'

/**
 * The chosen features of every customer with a purchase by the end of the as-of day. Leaves them on the connection as
 * the temporary table `features` (customer_id, purchases, net_revenue, last_purchase and a column per feature, see
 * featureColumn), for `writeResult`. The level `*` of a field is 1 for values that have no level among the ids; with
 * `others: 'data'`, or with no other level among them, for values too rare to get one by the data as it stands.
 */
export async function loadFeatures(
  connection: DuckDBConnection,
  dataDir: string,
  batches: BatchFile[],
  ids: readonly string[],
  asOf: string,
  others: OtherLevels = 'listed',
): Promise<FeatureTable> {
  const levels = listLevels(ids)
  for (const [field, values] of levels) {
    if (others === 'listed' && values.length > 0) continue
    levels.set(field, await findLevels(connection, { dataDir, batches, asOf }, field))
  }
  const parts = await prepareFeatures(connection, { dataDir, batches, ids, columns: ids.length })
  for (const part of parts) {
    const { sql, values } = featureQuery({ dataDir, batches, asOf, ids, levels, part })
    const into = part.index === 0 ? 'CREATE OR REPLACE TEMP TABLE features AS' : 'INSERT INTO features'
    await connection.run(`${into} ${sql}`, values)
  }
  const [counts] = await queryConnection<{ rows: number; others: number }>(
    connection,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT count(*) FILTER (WHERE purchases > 0) AS rows,
            count(*) FILTER (WHERE purchases = 0) +
            (SELECT count(customer_id) FROM customers ANTI JOIN features USING (customer_id)) AS others
     FROM features`,
  )
  await connection.run('DELETE FROM features WHERE purchases = 0')
  const table = await readFeatureTable(connection, ids.map(featureColumn), counts?.rows ?? 0)
  return { ...table, withoutPurchase: counts?.others ?? 0 }
}
