import 'server-only'
import { rm, stat } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnFlags } from '@/lib/csv/cell-flags'
import { warehousePath } from '@/lib/warehouse/paths'
import { publishParquet } from '@/lib/warehouse/publish'
import type { ImportTask } from './import-file'
import { acceptedRows, isPlain, judgedRows } from './queries-import'
import { mergeRepeated } from './queries-reconcile'
import type { RecordFile } from './queries-records'
import { checkTidy, glanceTidy } from './scan-file'

/** A Parquet file of order lines that is there before it is known how many there are. */
export type WrittenFile = { file: string; bytes: number }
export type AsIs = { file: RecordFile; records: number; written: WrittenFile | null }

/** Files from this size on are written while they are checked. */
const worthwhile = 8_000_000

/** The rows of a mapping's only table, order lines, as they are published. */
export function lineRows(
  file: RecordFile,
  { mapping, erased }: Pick<ImportTask, 'mapping' | 'erased'>,
): string {
  const rows = acceptedRows(judgedRows(file, mapping, erased?.key ?? null), mapping, 0, file.columns)
  return mergeRepeated(`(${rows})`, 'orders', false)
}

/** Whether what was assumed of the columns holds: nothing in them is more special than that. */
function covers(assumed: readonly ColumnFlags[], found: readonly ColumnFlags[]): boolean {
  return found.every(({ blank, special, floatId }, column) => {
    const known = assumed[column]
    return known && (known.blank || !blank) && (known.special || !special) && (known.floatId || !floatId)
  })
}

/** Starts to write a file as its first block says it is; `stop` leaves nothing of it. */
function startWriting(connection: DuckDBConnection, task: ImportTask, file: RecordFile) {
  const name = `${task.importId}-${crypto.randomUUID()}.parquet`
  const path = warehousePath(task.dataDir, name)
  const writing = publishParquet(connection, lineRows(file, task), path, [], false).then(
    (bytes) => ({ written: { file: name, bytes }, error: null }),
    (error: unknown) => ({ written: null, error }),
  )
  return {
    async finish(): Promise<WrittenFile> {
      const { written, error } = await writing
      if (!written) throw error
      return written
    },
    async stop(): Promise<void> {
      connection.interrupt()
      await writing
      await rm(path, { force: true })
    },
  }
}

/**
 * The uploaded file itself, where it can be read without a second one in better order; null elsewhere. A large one that
 * begins that way is written while the rest of it is checked, on the same processor time but side by side.
 */
export async function takeAsIs(connection: DuckDBConnection, task: ImportTask): Promise<AsIs | null> {
  const { source, dialect, headers, progress, mapping } = task
  const total = (await stat(source)).size
  const form = { dialect, columns: headers.length }
  const describeFile = (columns: ColumnFlags[], lineEnd: RecordFile['lineEnd']): RecordFile => ({
    ...{ path: source, delimiter: dialect.delimiter, columns, numbered: false, lineEnd, multiline: false },
  })
  const glance = total >= worthwhile ? await glanceTidy(source, form) : null
  const assumed = glance && isPlain(mapping, glance.columns) ? glance : null
  const ahead = assumed && startWriting(connection, task, describeFile(assumed.columns, assumed.lineEnd))
  let holds = false
  try {
    const tidy = await checkTidy(source, form, (done, rows) =>
      progress({ phase: 'reading', done, total, rows }),
    )
    if (!tidy || !isPlain(mapping, tidy.columns)) return null
    holds = assumed !== null && assumed.lineEnd === tidy.lineEnd && covers(assumed.columns, tidy.columns)
    const written = holds && ahead ? await ahead.finish() : null
    return { file: describeFile(tidy.columns, tidy.lineEnd), records: tidy.records, written }
  } finally {
    if (!holds) await ahead?.stop()
  }
}
