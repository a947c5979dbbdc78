import 'server-only'
import { type FileHandle, open } from 'node:fs/promises'
import { detectDialect, type FixedDialect } from '@/lib/csv/detect-dialect'
import type { Dialect } from '@/lib/csv/dialect'
import { isRejectFile } from '@/lib/csv/guesses'
import { nameColumns } from '@/lib/csv/name-columns'
import { splitRecords } from '@/lib/csv/parse-records'
import { unguardCell } from '@/lib/csv/write-record'
import { AppError } from '@/lib/shared/errors'

const headBytes = 1_000_000
/** Blocks from all over the file by which the dialect is told. */
const [blocks, blockBytes] = [12, 65_536]
const maxColumns = 2000
const mostRecords = 2000

export type FileHead = {
  dialect: Dialect
  /** Lines above the header that are no data, as they stand. */
  preamble: string[]
  /** All there and all different. */
  headers: string[]
  /** The first whole records after the header. */
  records: string[][]
}

async function readText(file: FileHandle, position: number, most: number): Promise<string> {
  const buffer = Buffer.allocUnsafe(most)
  let filled = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, most - filled, position + filled)
    filled += bytesRead
    if (bytesRead === 0 || filled === most) break
  }
  // Decoding drops a byte-order mark; a character cut at the end is in a record that is left out.
  return new TextDecoder().decode(buffer.subarray(0, filled))
}

/** The beginning of a file and, with `everywhere`, blocks from all over it. */
async function readBlocks(
  path: string,
  everywhere: boolean,
): Promise<{ texts: string[]; truncated: boolean }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const texts = [await readText(file, 0, Math.min(headBytes, size))]
    if (!everywhere) return { texts, truncated: size > headBytes }
    const step = Math.floor((size - headBytes) / blocks)
    if (step > blockBytes) {
      for (let index = 0; index < blocks; index++) {
        texts.push(await readText(file, headBytes + index * step, blockBytes))
      }
    } else if (size > headBytes) texts.push(await readText(file, headBytes, size - headBytes))
    return { texts, truncated: size > headBytes }
  } finally {
    await file.close()
  }
}

const isWhole = (fixed: FixedDialect | Dialect): fixed is Dialect => 'firstLine' in fixed

/** The header's cells without blank ones at its end that no record has a cell for: a delimiter too many. */
function trimHeader(cells: readonly string[], records: readonly { cells: string[] }[]): string[] {
  const named = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const widest = Math.max(...records.map((record) => record.cells.length), named)
  return records.length > 0 ? cells.slice(0, widest) : [...cells]
}

/** `more`: the header goes on beyond what was read of it. */
function checkWidth(columns: number, more: 'yes' | 'no'): void {
  if (columns > maxColumns) throw new AppError('tooManyColumns', { columns, more, most: maxColumns })
}

/**
 * What the beginning of a UTF-8 file shows, and how its records are written by blocks from all over it; `fixed` is what
 * its user says, or the whole dialect where it is known. Throws AppErrors fileEmpty, fileNotCsv, tooManyColumns.
 */
export async function readHead(path: string, fixed: FixedDialect | Dialect = {}): Promise<FileHead> {
  const { texts, truncated } = await readBlocks(path, !isWhole(fixed))
  const [head = ''] = texts
  if (head.trim() === '') throw new AppError('fileEmpty')
  const dialect = isWhole(fixed) ? fixed : detectDialect(texts, fixed)
  const { parsed, broken } = splitRecords(head, dialect, mostRecords + (dialect.firstLine ?? 0))
  const whole = truncated ? parsed.slice(0, broken ?? -1) : parsed
  const header = whole.find(({ line }) => line === dialect.headerLine)
  const records = whole.filter(({ line }) => line >= dialect.firstLine)
  if (!header && dialect.headerLine !== null) {
    checkWidth(parsed.find(({ line }) => line === dialect.headerLine)?.cells.length ?? 0, 'yes')
    throw truncated ? new AppError('fileNotCsv', { kind: 'binary' }) : new AppError('fileEmpty')
  }
  const named = header && trimHeader(header.cells, records)
  const width = named?.length ?? Math.max(...records.map(({ cells }) => cells.length), 0)
  if (width === 0) throw new AppError('fileEmpty')
  checkWidth(width, 'no')
  const above = (dialect.headerLine ?? dialect.firstLine) - 1
  const read = isRejectFile(named ?? []) ? unguardCell : (cell: string) => cell
  return {
    dialect,
    preamble: head
      .replaceAll('\0', '')
      .split(/\r\n|\n|\r/, above)
      .filter((line) => line.trim() !== ''),
    headers: nameColumns((named ?? Array.from({ length: width }, () => '')).map(read)),
    records: records.map(({ cells }) => cells.map(read)),
  }
}
