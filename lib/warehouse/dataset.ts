import { identityTables } from './identity'
import { countingBatches, tableRows } from './table-rows'
import { type TableName, tableNames } from './tables'

/** A visible batch: one Parquet file of a table. */
export type BatchFile = {
  id?: string
  table: string
  file: string
  /** See ImportMode in lib/csv/mapping.ts; update when absent. */
  mode?: string
  /** Ids of older batches of the table that hold some of the same keys; null or absent: not known, so any may. */
  overlaps?: readonly string[] | null
  /** Rows that name their customer by e-mail or phone. */
  contacts?: number
  /** See batchFormat. */
  format?: number
}

/** What a table's rows are called before people named by e-mail or phone are joined with their ids. */
export const givenName = (table: TableName) => `given_${table}`

/**
 * Common table expressions of every table over a workspace's batches (oldest first), and `joined_customers` (contact,
 * customer_id): the people named by e-mail or phone who are customers with an id. Use as `WITH ${…} SELECT …`.
 */
export function datasetTables(dataDir: string, batches: readonly BatchFile[]): string {
  const tables = tableNames.map((table) => {
    const own = batches.filter((batch) => batch.table === table)
    // A file is read again in less time and memory than what is read of it is kept.
    const kept = countingBatches(own).length > 1 ? '' : 'NOT MATERIALIZED '
    return { table, definition: `AS ${kept}(${tableRows(dataDir, table, own)})` }
  })
  const anyContact = batches.some(({ contacts = 0 }) => contacts > 0)
  const named = (name: (table: TableName) => string) =>
    tables.map(({ table, definition }) => `${name(table)} ${definition}`)
  const expressions = anyContact
    ? [...named(givenName), ...identityTables()]
    : [
        ...named((table) => table),
        'joined_customers AS (SELECT NULL::VARCHAR AS contact, NULL::VARCHAR AS customer_id LIMIT 0)',
      ]
  return expressions.join(',\n')
}

/**
 * The only batch that a table's rows come from, which are then its file's; null where several count, or where people
 * named by e-mail or phone are joined with their ids.
 */
export function findSoleBatch<Batch extends BatchFile>(
  batches: readonly Batch[],
  table: TableName,
): Batch | null {
  if (batches.some(({ contacts = 0 }) => contacts > 0)) return null
  const counting = countingBatches(batches.filter((batch) => batch.table === table))
  return counting.length === 1 ? (counting[0] ?? null) : null
}
