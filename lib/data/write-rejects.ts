import 'server-only'
import { mkdir, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Dialect } from '@/lib/csv/dialect'
import { parseRecords } from '@/lib/csv/parse-records'
import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { cutText } from '@/lib/shared/storable'
import { publishFile } from '@/lib/warehouse/publish'
import type { RejectedRow } from './queries-rejected'
import type { RejectReason } from './schema'

/** Why a row was rejected and what to do, for the person who corrects the file. */
export type RejectWords = (
  reason: RejectReason,
  facts: { cells: number; columns: number },
) => { reason: string; hint: string }

type RejectedFile = {
  headers: readonly string[]
  dialect: Dialect
  /** The file's own header of a field; null when the reason concerns the whole row. */
  columnOf: (field: string | null) => string | null
  words: RejectWords
}

/** Columns before the file's own; the import knows them and leaves them out when the corrected file comes back. */
export const rejectColumns = ['line', 'column', 'value', 'reason', 'hint'].map((name) => `rejected_${name}`)
const longestValue = 1000

function formatRow(row: RejectedRow, { headers, dialect, columnOf, words }: RejectedFile): string {
  const cells = row.cells ?? parseRecords(row.record ?? '', dialect)[0] ?? []
  const original = cells.map((cell) => cell ?? '')
  const value = row.cells ? cutText(row.value ?? '', longestValue) : ''
  const facts = { cells: original.length, columns: headers.length }
  const { reason, hint } = words(row.reason as RejectReason, facts)
  const told = [String(row.line), columnOf(row.field) ?? '', value, reason, hint]
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
    const header = [...rejectColumns, ...file.headers]
    await handle.appendFile(`\ufeff${formatRecord(header.map(guardCell))}\r\n`)
    for await (const chunk of rows) await handle.appendFile(chunk.map((row) => formatRow(row, file)).join(''))
    await handle.close()
    await publishFile(temporary, path)
  } catch (error) {
    await handle.close()
    await rm(temporary, { force: true })
    throw error
  }
}
