import 'server-only'
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { emailContact, isContact, phoneContact } from '@/lib/warehouse/identity'
import { type OrderSums, orderSumsSql } from '@/lib/warehouse/order-sums'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { type TableName, tableColumns } from '@/lib/warehouse/tables'
import { type AnyBatch, type Dataset, readBatchFile } from './queries-person'

/** What is taken out of a batch: rows for which `drop` holds, and values that `blank` names (column → condition). */
export type Removal = { drop: string; blank?: Record<string, string> }

/** A batch whose file was written anew under another name; `dropped` rows are not in it. */
export type RewrittenBatch = {
  id: string
  importId: string
  table: string
  old: string
  file: string
  rows: number
  bytes: number
  contacts: number
  dropped: number
  /** of order lines alone */
  sums?: OrderSums[]
}

type Counted = { rows: number; dropped: number; blanked: number; contacts: number }

async function rewriteBatch(
  connection: DuckDBConnection,
  dataDir: string,
  { id, importId, table, file: old }: AnyBatch,
  { drop, blank = {} }: Removal,
): Promise<RewrittenBatch | null> {
  const source = readBatchFile(dataDir, old)
  const goes = `coalesce(${drop}, false)`
  const blanks = Object.values(blank).map((condition) => `coalesce(${condition}, false)`)
  const byContact = 'customer_id' in tableColumns[table as TableName] ? isContact('customer_id') : 'false'
  const [counted] = await queryConnection<Counted>(
    connection,
    `SELECT count(*) AS rows, count(*) FILTER (goes) AS dropped,
       count(*) FILTER (NOT goes AND (${blanks.join(' OR ') || 'false'})) AS blanked,
       count(*) FILTER (NOT goes AND ${byContact}) AS contacts
     FROM (SELECT *, ${goes} AS goes FROM ${source})`,
  )
  if (!counted || counted.dropped + counted.blanked === 0) return null
  const { rows, dropped, contacts } = counted
  const replaced = Object.entries(blank).map(
    ([column, condition]) =>
      `CASE WHEN coalesce(${condition}, false) THEN NULL ELSE ${column} END AS ${column}`,
  )
  const columns = replaced.length > 0 ? `* REPLACE (${replaced.join(', ')})` : '*'
  const file = `${importId}-${crypto.randomUUID()}.parquet`
  const select = `SELECT ${columns} FROM ${source} WHERE NOT ${goes}`
  const bytes = await publishParquet(connection, select, warehousePath(dataDir, file), [], table !== 'orders')
  const rewritten = { id, importId, table, old, file, rows: rows - dropped, bytes, contacts, dropped }
  if (table !== 'orders') return rewritten
  const sums = await queryConnection<OrderSums>(connection, orderSumsSql(readBatchFile(dataDir, file)))
  return { ...rewritten, sums }
}

/**
 * Writes every batch anew that holds something to be removed, superseded and undone ones too; the old files stay. Nothing
 * refers to the new ones before the caller stores them.
 */
export async function rewriteBatches(
  connection: DuckDBConnection,
  { dataDir, batches }: Dataset,
  removals: Partial<Record<string, Removal>>,
  onBatch: (done: number, total: number) => void = () => {},
): Promise<RewrittenBatch[]> {
  const rewritten: RewrittenBatch[] = []
  try {
    for (const [index, batch] of batches.entries()) {
      const removal = removals[batch.table]
      const made = removal && (await rewriteBatch(connection, dataDir, batch, removal))
      if (made) rewritten.push(made)
      onBatch(index + 1, batches.length)
    }
    return rewritten
  } catch (error) {
    await discardRewritten(dataDir, rewritten)
    throw error
  }
}

export async function discardRewritten(
  dataDir: string,
  rewritten: readonly { file: string }[],
): Promise<void> {
  await Promise.all(rewritten.map(({ file }) => rm(warehousePath(dataDir, file), { force: true })))
}

const isTheirs = (column: string) => `${column} IN (SELECT id FROM person_ids)`
const isKey = (column: string, keys: string) => `coalesce(${column} IN (SELECT k FROM ${keys}), false)`

/** What goes with the people that findPeople found. */
export function personRemovals(): Record<string, Removal> {
  const named = `coalesce(${isTheirs('customer_id')}, false)`
  const isTheirContact = (contact: string) => `${contact} IN (SELECT contact FROM person_contacts)`
  return {
    customers: {
      drop: named,
      blank: { email: isTheirContact(emailContact('email')), phone: isTheirContact(phoneContact('phone')) },
    },
    orders: { drop: `${named} OR ${isKey('order_id', 'person_orders')}` },
    reviews: { drop: `${named} OR ${isKey('review_id', 'person_reviews')}` },
    interactions: { drop: named },
    campaigns: { drop: named },
    links: { drop: `coalesce(${isTheirs('from_id')}, false) OR coalesce(${isTheirs('to_id')}, false)` },
  }
}

/** How many rows the removals take, by table, over all batches. */
export async function countRemovals(
  connection: DuckDBConnection,
  { dataDir, batches }: Dataset,
  removals: Record<string, Removal>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table, file } of batches) {
    const removal = removals[table]
    if (!removal) continue
    const [counted] = await queryConnection<{ n: number }>(
      connection,
      `SELECT count(*) FILTER (${removal.drop}) AS n FROM ${readBatchFile(dataDir, file)}`,
    )
    if (counted?.n) counts[table] = (counts[table] ?? 0) + counted.n
  }
  return counts
}
