import 'server-only'
import { mkdir, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseRecords } from '@/lib/csv/parse-records'
import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { publishFile } from '@/lib/warehouse/publish'
import type { RejectedRow } from './queries-import'

type RejectedFile = {
  headers: readonly string[]
  delimiter: string
  /** The file's own header of a field; null when the reason concerns the whole row. */
  columnOf: (field: string | null) => string | null
}

const longestValue = 1000

/** Why a row was rejected, for the person who corrects the file. */
function explain(row: RejectedRow, cells: readonly string[], { headers }: RejectedFile): string {
  switch (row.reason) {
    case 'columnCount':
      return `The row has ${cells.length} cells, the header ${headers.length}`
    case 'quote':
      return 'A quotation mark is opened in this row and not closed properly'
    case 'tooLong':
      return 'The row is longer than 2 MB; its beginning is shown'
    case 'encoding':
      return 'The row is not UTF-8 text; unreadable characters are shown as �'
    case 'missing':
      return 'A required value is missing'
    case 'date':
      return 'Not a date in the chosen order of day, month and year'
    case 'number':
      return 'Not a number'
    case 'rating':
      return 'Not a rating from 0 to 5'
    case 'consent':
      return 'Neither yes nor no'
    default:
      return row.reason
  }
}

function formatRow(row: RejectedRow, file: RejectedFile): string {
  const cells = row.cells ?? parseRecords(row.record ?? '', file.delimiter)[0] ?? []
  const original = cells.map((cell) => cell ?? '')
  const value = row.cells ? (row.value ?? '').slice(0, longestValue) : ''
  const told = [String(row.line), file.columnOf(row.field) ?? '', value, explain(row, original, file)]
  return `${formatRecord([...told, ...original].map(guardCell))}\r\n`
}

/** Writes rejected rows as a CSV file for a spreadsheet: where and why, then the cells as they stood. */
export async function writeRejects(
  path: string,
  file: RejectedFile,
  rows: AsyncIterable<RejectedRow[]>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(dirname(path), `.${basename(path)}.part`)
  const handle = await open(temporary, 'w')
  try {
    const header = ['line', 'column', 'value', 'reason', ...file.headers]
    await handle.write(`\ufeff${formatRecord(header.map(guardCell))}\r\n`)
    for await (const chunk of rows) await handle.write(chunk.map((row) => formatRow(row, file)).join(''))
    await handle.close()
    await publishFile(temporary, path)
  } catch (error) {
    await handle.close()
    await rm(temporary, { force: true })
    throw error
  }
}
