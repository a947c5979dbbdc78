import 'server-only'
import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import type { Dialect } from '@/lib/csv/dialect'
import { maxRecordBytes, RecordScanner, type ScanResult } from '@/lib/csv/scan'
import { type TidyResult, TidyScanner } from '@/lib/csv/tidy'
import { formatRecord } from '@/lib/csv/write-record'

const blockBytes = 1 << 21
const byteOrderMark = [0xef, 0xbb, 0xbf]

export type ScanFiles = {
  /** CSV text in UTF-8. */
  source: string
  /** Accepted records as strict CSV, each after the number of its first line. */
  clean: string
  /** Rejected records: line, reason, text. */
  rejected: string
}
type ScanForm = { dialect: Dialect; columns: number }
type OnProgress = (bytes: number, records: number) => void

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.length) at += (await file.write(bytes, at)).bytesWritten
}

function skipByteOrderMark(bytes: Uint8Array, length: number): number {
  return byteOrderMark.every((byte, index) => index < length && bytes[index] === byte) ? 3 : 0
}

/**
 * Brings a file to `take` block by block, without its byte-order mark. `take` says how many of the bytes that it has it
 * is done with, and gets the others again; a negative number ends the reading.
 */
async function readBlocks(
  source: FileHandle,
  take: (bytes: Uint8Array, length: number, final: boolean, total: number) => Promise<number> | number,
): Promise<void> {
  const { size } = await source.stat()
  const bytes = new Uint8Array(Math.min(maxRecordBytes + 2 * blockBytes, size) + 1)
  let [filled, total] = [0, 0]
  for (;;) {
    const { bytesRead } = await source.read(bytes, filled, Math.min(blockBytes, bytes.length - 1 - filled))
    if (total === 0) {
      const skipped = skipByteOrderMark(bytes, bytesRead)
      bytes.copyWithin(0, skipped, bytesRead)
      filled -= skipped
    }
    total += bytesRead
    filled += bytesRead
    const done = await take(bytes, filled, bytesRead === 0, total)
    if (done < 0 || bytesRead === 0) return
    bytes.copyWithin(0, done, filled)
    filled -= done
  }
}

/** Splits an uploaded file into clean and rejected records in one pass and bounded memory. */
export async function scanFile(
  files: ScanFiles,
  form: ScanForm,
  onProgress: OnProgress,
): Promise<ScanResult> {
  const rejected: string[] = []
  const scanner = new RecordScanner({
    ...form,
    isUtf8,
    onReject: (line, reason, text) => rejected.push(`${formatRecord([String(line), reason, text])}\n`),
  })
  const handles: FileHandle[] = []
  let writing = Promise.resolve()
  try {
    for (const [path, flags] of [
      [files.source, 'r'],
      [files.clean, 'w'],
      [files.rejected, 'w'],
    ] as const) {
      handles.push(await open(path, flags))
    }
    const [source, clean, rejects] = handles as [FileHandle, FileHandle, FileHandle]
    await readBlocks(source, async (bytes, length, final, total) => {
      const done = scanner.scan(bytes, length, final)
      // One block is written while the next is read and scanned.
      await writing
      writing = writeAll(clean, scanner.output.take())
      // its failure is met where it is awaited, not as an unhandled one that would end the process
      writing.catch(() => {})
      if (rejected.length > 0) await writeAll(rejects, Buffer.from(rejected.splice(0).join('')))
      onProgress(total, scanner.records)
      return done
    })
    await writing
    return scanner.result()
  } finally {
    await writing.catch(() => {})
    await Promise.all(handles.map((handle) => handle.close()))
  }
}

/**
 * What scanFile would say, without writing anything, when the file is strict CSV throughout so that DuckDB can read it
 * as it is with the same result; null when it is not, found out as early as possible.
 */
export async function checkTidy(
  source: string,
  { dialect, columns }: ScanForm,
  onProgress: OnProgress,
): Promise<TidyResult | null> {
  const scanner = new TidyScanner(dialect, columns, isUtf8)
  const handle = await open(source)
  try {
    let tidy = true
    await readBlocks(handle, (bytes, length, final, total) => {
      const done = scanner.scan(bytes, length, final)
      tidy = done >= 0
      onProgress(total, scanner.count)
      return done
    })
    return tidy ? scanner.result() : null
  } finally {
    await handle.close()
  }
}

/** What the first block of a file is like when that is strict CSV; null when it is not. See checkTidy. */
export async function glanceTidy(
  source: string,
  { dialect, columns }: ScanForm,
): Promise<Pick<TidyResult, 'columns' | 'lineEnd'> | null> {
  const scanner = new TidyScanner(dialect, columns, isUtf8)
  const handle = await open(source)
  try {
    let tidy = false
    await readBlocks(handle, (bytes, length, final) => {
      tidy = scanner.scan(bytes, length, final) >= 0
      return -1
    })
    return tidy ? scanner.glance() : null
  } finally {
    await handle.close()
  }
}
