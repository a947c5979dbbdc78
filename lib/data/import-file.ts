import 'server-only'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Dialect } from '@/lib/csv/dialect'
import { isRejectFile } from '@/lib/csv/guesses'
import type { Mapping } from '@/lib/csv/mapping'
import { rowPrefix } from '@/lib/csv/row-numbers'
import type { Progress } from '@/lib/jobs/queue'
import type { ErasedPeople } from '@/lib/privacy/person-digest'
import type { BatchFile } from '@/lib/warehouse/dataset'
import { rejectsPath, warehousePath } from '@/lib/warehouse/paths'
import { setErased } from './queries-erased'
import { attributeColumns, isPacked, setNames } from './queries-import'
import { type RecordFile, scannedFile } from './queries-records'
import { gatherRejected, groupRejected, streamRejected } from './queries-rejected'
import { reportIdentity } from './queries-report'
import { reportOrders } from './report-orders'
import { scanFile } from './scan-file'
import type { ImportReport } from './schema'
import { type StagedTable, stageTables, unpackedLines } from './stage-tables'
import { takeAsIs } from './write-ahead'
import { type RejectWords, writeRejects } from './write-rejects'

export type ImportTask = {
  warehouse: DuckDBInstance
  dataDir: string
  importId: string
  /** As it was uploaded. */
  fileName: string
  /** CSV text in UTF-8. */
  source: string
  dialect: Dialect
  headers: readonly string[]
  mapping: Mapping
  /** The dataset that the file is compared with. */
  batches: readonly BatchFile[]
  /** People whose rows are rejected; absent where nobody asked to be erased. */
  erased?: ErasedPeople | null
  /** For the file of rejected rows. */
  words: RejectWords
  /** For temporary files; emptied before and removed after. */
  folder: string
  progress: (progress: Progress) => void
}

export type ImportResult = {
  rowsRead: number
  rowsAccepted: number
  rowsRejected: number
  report: ImportReport
  /** The published Parquet files, one for each table that got rows. */
  staged: StagedTable[]
}

type Scan = { file: RecordFile; records: number; rejects: string }

/** Splits the file into records with line numbers, and those that cannot be split. */
async function scanRecords(task: ImportTask): Promise<Scan> {
  const { source, folder, dialect, headers, progress } = task
  const total = (await stat(source)).size
  const path = join(folder, 'clean.csv')
  const rejects = join(folder, 'rejected.csv')
  const scanned = await scanFile(
    { source, clean: path, rejected: rejects },
    { dialect, columns: headers.length },
    (done, rows) => progress({ phase: 'reading', done, total, rows }),
  )
  return { file: scannedFile(path, task, scanned), records: scanned.records, rejects }
}

/** Writes the rejected rows for their user to correct, and says what was wrong with them. */
async function keepRejected(
  connection: DuckDBConnection,
  task: ImportTask,
  { file, rejects }: Scan,
  expected: number,
): Promise<ImportReport['rejected']> {
  const { dataDir, importId, headers, mapping, dialect } = task
  const columnOf = (field: string | null) => headers[mapping.tables[0]?.columns[field ?? ''] ?? -1] ?? null
  await gatherRejected(connection, file, mapping, rejects, task.erased?.key ?? null)
  const groups = await groupRejected(connection)
  const gathered = groups.reduce((sum, { rows }) => sum + rows, 0)
  if (gathered !== expected) throw new Error(`${expected} rows rejected, but ${gathered} of them gathered`)
  const facts = { headers, dialect, columnOf, words: task.words }
  await writeRejects(rejectsPath(dataDir, importId), facts, streamRejected(connection))
  return groups.map(({ reason, field, firstValue, ...counted }) => ({
    ...counted,
    reason: reason as ImportReport['rejected'][number]['reason'],
    field,
    column: columnOf(field),
    firstValue: firstValue ?? '',
  }))
}

/**
 * Reads a file of records into new Parquet files of its tables and, where rows are rejected, a file of those: every row
 * read is in one or the other. Nothing refers to the files before the caller stores the result.
 */
export async function importFile(task: ImportTask): Promise<ImportResult> {
  const { dataDir, folder, headers, mapping, progress } = task
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const connection = await task.warehouse.connect()
  let staged: StagedTable[] = []
  try {
    const [own] = mapping.tables
    if (!own) throw new Error('A mapping without a table')
    const attributes = mapping.tables.flatMap((_, index) => attributeColumns(mapping, index, headers.length))
    await setNames(connection, {
      attributes: attributes.map((column) => headers[column] ?? ''),
      prefix: rowPrefix(task.fileName),
    })
    if (task.erased) await setErased(connection, task.erased)
    const asIs =
      own.table === 'orders' && mapping.tables.length === 1 && !isRejectFile(headers)
        ? await takeAsIs(connection, task)
        : null
    let scan = asIs ? null : await scanRecords(task)
    const { file, records } = asIs ?? (scan as Scan)
    const watch = setInterval(() => {
      const share = Math.min(Math.max(connection.progress.percentage, 0), 100) / 100
      progress({ phase: 'writing', done: Math.round(share * records), total: records, rows: records })
    }, 300)
    try {
      const outcome = await stageTables(
        connection,
        task,
        { file, records, written: asIs?.written ?? null },
        (made) => {
          staged = [...staged, made]
        },
      )
      progress({ phase: 'comparing', done: 0, total: null, rows: records })
      const rowsRejected = records - outcome.accepted
      let rejected: ImportReport['rejected'] = []
      if (rowsRejected > 0) {
        scan ??= await scanRecords(task)
        rejected = await keepRejected(connection, task, scan, rowsRejected)
      }
      const used = new Set([
        ...mapping.tables.flatMap(({ columns }) => Object.values(columns)),
        ...attributes,
      ])
      const ownFile = staged.find(({ table }) => table === own.table)
      return {
        rowsRead: records,
        rowsAccepted: outcome.accepted,
        rowsRejected,
        staged,
        report: {
          rejected,
          unusedColumns: headers.filter((_, column) => !used.has(column)),
          tables: outcome.changes,
          identity: await reportIdentity(
            ...([connection, dataDir, task.batches, staged, ownFile ?? null] as const),
            isPacked(mapping) ? unpackedLines : null,
          ),
          orders: reportOrders(ownFile?.sums ?? []),
        },
      }
    } finally {
      clearInterval(watch)
    }
  } catch (error) {
    await discardStaged(dataDir, staged)
    throw error
  } finally {
    connection.closeSync()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes published files that nothing refers to. */
export async function discardStaged(dataDir: string, staged: readonly StagedTable[]): Promise<void> {
  await Promise.all(staged.map(({ file }) => rm(warehousePath(dataDir, file), { force: true })))
}
