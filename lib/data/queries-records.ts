import 'server-only'
import type { ColumnFlags } from '@/lib/csv/cell-flags'
import type { Dialect } from '@/lib/csv/dialect'
import { isRejectFile } from '@/lib/csv/guesses'
import type { ScanResult } from '@/lib/csv/scan'
import { guardedPattern } from '@/lib/csv/write-record'
import { quoteText } from '@/lib/warehouse/sql'

/** Records as DuckDB can read them with nothing left to guess. */
export type RecordFile = {
  path: string
  delimiter: string
  /** of the file, in order */
  columns: ColumnFlags[]
  /** Each record stands after the number of its line; otherwise the file is as it was uploaded, with a header. */
  numbered: boolean
  lineEnd: '\n' | '\r\n'
  /** Some cell holds a line end: such a file cannot be split between threads safely. */
  multiline: boolean
  /** Its cells are guarded from spreadsheets, and are read as what they were before. */
  guarded?: boolean
}

/** The accepted records that scanFile wrote to `path`, of a file with these headers. */
export function scannedFile(
  path: string,
  { dialect, headers }: { dialect: Dialect; headers: readonly string[] },
  { columns, multiline }: Pick<ScanResult, 'columns' | 'multiline'>,
): RecordFile {
  const guarded = isRejectFile(headers)
  // A column that is found without anything special may have it behind a guard.
  const flags = guarded ? columns.map(() => ({ blank: true, special: true, floatId: true })) : columns
  return {
    ...{ path, delimiter: dialect.delimiter, columns: flags, multiline, guarded },
    ...{ numbered: true, lineEnd: '\n' },
  }
}

export const columnNames = (columns: number) => Array.from({ length: columns }, (_, index) => `c${index}`)

/** Columns line (NULL without numbers), c0 … cN. */
export function readRecords(file: RecordFile): string {
  const { path, delimiter, columns, numbered, lineEnd, multiline, guarded } = file
  const types = columnNames(columns.length).map((name) => `'${name}': 'VARCHAR'`)
  const options = [
    ...['header = false', 'auto_detect = false', 'strict_mode = true', "quote = '\"'", "escape = '\"'"],
    ...['max_line_size = 8000000', 'buffer_size = 32000000'],
    // Told of CRLF, DuckDB 1.5.6 finds no line at all; untold it finds them.
    ...(lineEnd === '\n' ? ["new_line = '\\n'"] : []),
    `delim = ${quoteText(delimiter)}`,
    `parallel = ${!multiline}`,
    ...(numbered ? [] : ['skip = 1']),
    `columns = {${[...(numbered ? ["'line': 'INTEGER'"] : []), ...types].join(', ')}}`,
  ]
  const read = `read_csv(${quoteText(path)}, ${options.join(', ')})`
  if (guarded) {
    const unguard = (name: string) =>
      `regexp_replace(${name}, ${quoteText(guardedPattern)}, '\\1') AS ${name}`
    return `(SELECT line, ${columnNames(columns.length).map(unguard).join(', ')} FROM ${read})`
  }
  return numbered ? read : `(SELECT NULL::INTEGER AS line, * FROM ${read})`
}
