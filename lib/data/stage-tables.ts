import 'server-only'
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ImportMode } from '@/lib/csv/mapping'
import type { BatchFile } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { type OrderSums, orderSumsSql } from '@/lib/warehouse/order-sums'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteText } from '@/lib/warehouse/sql'
import { batchFormat, type TableName, tableKeys } from '@/lib/warehouse/tables'
import type { ImportTask } from './import-file'
import { acceptedRows, isPacked, judgedRows } from './queries-import'
import { comparePackedOrders } from './queries-items'
import {
  type Changes,
  compareRows,
  countContacts,
  findOverlaps,
  hasRepeated,
  mergeRepeated,
} from './queries-reconcile'
import type { RecordFile } from './queries-records'
import type { WrittenFile } from './write-ahead'

/** A published file that becomes a batch once its import is stored. */
export type StagedTable = {
  table: TableName
  mode: ImportMode
  file: string
  rows: number
  bytes: number
  overlaps: string[]
  contacts: number
  format: number
  /** of order lines alone */
  sums?: OrderSums[]
}

type TableChanges = { table: TableName; mode: ImportMode; unreadable: number } & Changes
type Outcome = { accepted: number; changes: TableChanges[] }
/** What was read of a file, and the rows of its only table where they are written already. */
type Read = { file: RecordFile; records: number; written: WrittenFile | null }
/** The order lines of rows that hold several of them, with the `line` of each. */
export const unpackedLines = 'unpacked'

async function countRows(connection: DuckDBConnection, rows: string): Promise<number> {
  const [counted] = await queryConnection<{ n: number }>(connection, `SELECT count(*) AS n FROM ${rows}`)
  return counted?.n ?? 0
}

async function sumUnreadable(connection: DuckDBConnection): Promise<number> {
  const sum = 'SELECT coalesce(sum(unreadable), 0)::BIGINT AS n FROM accepted'
  return (await queryConnection<{ n: number }>(connection, sum))[0]?.n ?? 0
}

/** Publishes `select` as a table's file, unless it is written already; null when it has no row. */
async function publish(
  connection: DuckDBConnection,
  { dataDir, importId, batches }: ImportTask,
  { table, mode }: { table: TableName; mode: ImportMode },
  select: string,
  written: WrittenFile | null = null,
): Promise<StagedTable | null> {
  const file = written?.file ?? `${importId}-${crypto.randomUUID()}.parquet`
  const path = warehousePath(dataDir, file)
  // Order lines have no key and so no order of their own; their newest batch counts as a whole.
  const bytes = written?.bytes ?? (await publishParquet(connection, select, path, [], table !== 'orders'))
  try {
    const rows = `read_parquet(${quoteText(path)})`
    const count = await countRows(connection, rows)
    if (count === 0 && mode !== 'replace') {
      await rm(path, { force: true })
      return null
    }
    const batch: BatchFile = { table, file, mode }
    // What a batch replaces never counts beside it.
    const overlaps =
      mode === 'replace' ? [] : await findOverlaps(connection, table, batch, { dataDir, batches })
    const contacts = await countContacts(connection, table, rows)
    const staged = { table, mode, file, rows: count, bytes, overlaps, contacts, format: batchFormat }
    if (table !== 'orders') return staged
    return { ...staged, sums: await queryConnection<OrderSums>(connection, orderSumsSql(rows)) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/**
 * Publishes one Parquet file for each table of the mapping and compares it with what is there. Order lines go straight
 * from the file of records to Parquet; other tables have keys that may repeat, and are gathered in between.
 */
export async function stageTables(
  connection: DuckDBConnection,
  task: ImportTask,
  { file, records, written }: Read,
  onStaged: (staged: StagedTable) => void,
): Promise<Outcome> {
  const { mapping, dataDir, batches } = task
  const existing = { dataDir, batches }
  const judged = judgedRows(file, mapping, task.erased?.key ?? null)
  const changes: TableChanges[] = []
  let accepted = 0
  for (const [index, { table, mode }] of mapping.tables.entries()) {
    const select = acceptedRows(judged, mapping, index, file.columns)
    if (table === 'orders' && isPacked(mapping)) {
      await connection.run(`CREATE OR REPLACE TEMP TABLE ${unpackedLines} AS ${select}`)
      accepted = await countRows(connection, `(SELECT DISTINCT line FROM ${unpackedLines})`)
      const counted = await comparePackedOrders(connection, mode, unpackedLines, existing)
      changes.push({ table, mode, unreadable: 0, ...counted })
      const lines = mergeRepeated(unpackedLines, table, false)
      const staged = await publish(connection, task, { table, mode }, lines)
      if (staged) onStaged(staged)
      continue
    }
    if (table === 'orders') {
      const staged = await publish(
        connection,
        task,
        { table, mode },
        mergeRepeated(`(${select})`, table, false),
        written,
      )
      if (staged) onStaged(staged)
      const rows = staged ? `read_parquet(${quoteText(warehousePath(dataDir, staged.file))})` : null
      if (index === 0) accepted = staged?.rows ?? 0
      const counted = rows ? await compareRows(connection, table, mode, rows, existing) : noChanges
      changes.push({ table, mode, unreadable: 0, ...counted })
      continue
    }
    await connection.run(`CREATE OR REPLACE TEMP TABLE accepted AS ${select}`)
    if (index === 0) accepted = await countRows(connection, 'accepted')
    const repeated = await hasRepeated(connection, 'accepted', table)
    const key = tableKeys[table]
    if (index > 0) {
      // What other tables say in passing counts once for each key.
      const merged = mergeRepeated(`(SELECT * FROM accepted WHERE (${key}) IS NOT NULL)`, table, repeated)
      await connection.run(`CREATE OR REPLACE TEMP TABLE gathered AS SELECT *, 1 AS line FROM (${merged})`)
    }
    const rows = index > 0 ? 'gathered' : 'accepted'
    const unreadable = index > 0 ? await sumUnreadable(connection) : 0
    changes.push({ table, mode, unreadable, ...(await compareRows(connection, table, mode, rows, existing)) })
    const merged = mergeRepeated(rows, table, index === 0 && repeated)
    const staged = await publish(connection, task, { table, mode }, merged)
    if (staged) onStaged(staged)
  }
  const [own] = changes
  if (own && own.created + own.updated + own.unchanged !== accepted) {
    throw new Error(`${accepted} of ${records} rows accepted, but ${JSON.stringify(own)} counted`)
  }
  return { accepted, changes }
}

const noChanges: Changes = { created: 0, updated: 0, unchanged: 0, removed: 0 }
