import 'server-only'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { rejectsPath, warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteText } from '@/lib/warehouse/sql'
import {
  acceptedRows,
  attributeColumns,
  type CleanFile,
  gatherRejected,
  groupRejected,
  newestRows,
  setAttributeNames,
  streamRejected,
} from './queries-import'
import { reportOrders } from './queries-report'
import { nameColumns, readDialect } from './read-head'
import { scanFile } from './scan-file'
import type { ImportReport, Mapping } from './schema'
import { writeRejects } from './write-rejects'

export type ImportTask = {
  warehouse: DuckDBInstance
  dataDir: string
  importId: string
  source: string
  mapping: Mapping
  /** For temporary files; emptied before and removed after. */
  folder: string
  progress: (progress: { phase: string; done: number; total: number | null }) => void
}

export type ImportResult = {
  rowsRead: number
  rowsAccepted: number
  rowsRejected: number
  report: ImportReport
  /** The published Parquet file; null when no row was accepted. */
  batch: { file: string; rows: number; bytes: number } | null
}

const countRows = async (connection: DuckDBConnection, rows: string) =>
  (await queryConnection<{ count: number }>(connection, `SELECT count(*) AS count FROM ${rows}`))[0]?.count ??
  0

/** Publishes the accepted rows; returns how many there were before repeated keys were dropped. */
async function publishAccepted(
  connection: DuckDBConnection,
  clean: CleanFile,
  mapping: Mapping,
  final: string,
): Promise<{ accepted: number; rows: number; bytes: number }> {
  const published = `read_parquet(${quoteText(final)})`
  const accepted = acceptedRows(clean, mapping)
  if (mapping.table === 'orders') {
    const bytes = await publishParquet(connection, newestRows(`(${accepted})`, 'orders'), final)
    const rows = await countRows(connection, published)
    return { accepted: rows, rows, bytes }
  }
  await connection.run(`CREATE OR REPLACE TEMP TABLE accepted AS ${accepted}`)
  const bytes = await publishParquet(connection, newestRows('accepted', mapping.table), final)
  return {
    accepted: await countRows(connection, 'accepted'),
    rows: await countRows(connection, published),
    bytes,
  }
}

/**
 * Reads an uploaded file into a new Parquet file of its table and, where rows are rejected, a file of those: every
 * row read is in one or the other. Nothing refers to the files before the caller stores the result.
 */
export async function importFile(task: ImportTask): Promise<ImportResult> {
  const { dataDir, folder, importId, mapping, progress } = task
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const connection = await task.warehouse.connect()
  const file = `${importId}-${crypto.randomUUID()}.parquet`
  try {
    const { delimiter, headers } = await readDialect(task.source)
    const total = (await stat(task.source)).size
    const path = join(folder, 'clean.csv')
    const scanned = join(folder, 'rejected.csv')
    const counts = await scanFile(
      { source: task.source, clean: path, rejected: scanned },
      { delimiter, columns: headers.length },
      (done) => progress({ phase: 'reading', done, total }),
    )
    progress({ phase: 'writing', done: 0, total: null })
    const clean = { path, delimiter, columns: headers.length, multiline: counts.multiline }
    const names = nameColumns(headers)
    const attributes = attributeColumns(mapping, headers.length)
    await setAttributeNames(
      connection,
      attributes.map((column) => names[column] ?? ''),
    )
    const published = await publishAccepted(connection, clean, mapping, warehousePath(dataDir, file))

    const rowsRejected = counts.records - published.accepted
    const columnOf = (field: string | null) => headers[mapping.columns[field ?? ''] ?? -1] ?? null
    let groups: Awaited<ReturnType<typeof groupRejected>> = []
    if (rowsRejected > 0) {
      await gatherRejected(connection, clean, mapping, scanned)
      groups = await groupRejected(connection)
      await writeRejects(
        rejectsPath(dataDir, importId),
        { headers, delimiter, columnOf },
        streamRejected(connection),
      )
    }
    const gathered = groups.reduce((sum, { rows }) => sum + rows, 0)
    if (gathered !== rowsRejected) {
      throw new Error(`${counts.records} rows read, ${published.accepted} accepted, but ${gathered} rejected`)
    }
    const unused = headers.filter(
      (_, column) => !Object.values(mapping.columns).includes(column) && !attributes.includes(column),
    )
    const rows = `read_parquet(${quoteText(warehousePath(dataDir, file))})`
    const report: ImportReport = {
      rejected: groups.map(({ reason, field, firstValue, ...counted }) => ({
        ...counted,
        reason: reason as ImportReport['rejected'][number]['reason'],
        field,
        column: columnOf(field),
        firstValue: firstValue ?? '',
      })),
      unusedColumns: unused,
      repeatedKeys: published.accepted - published.rows,
      orders: mapping.table === 'orders' ? await reportOrders(connection, rows) : null,
    }
    const batch = published.rows > 0 ? { file, rows: published.rows, bytes: published.bytes } : null
    if (!batch) await rm(warehousePath(dataDir, file), { force: true })
    return { rowsRead: counts.records, rowsAccepted: published.accepted, rowsRejected, report, batch }
  } catch (error) {
    await rm(warehousePath(dataDir, file), { force: true })
    throw error
  } finally {
    connection.closeSync()
    await rm(folder, { recursive: true, force: true })
  }
}
