import 'server-only'
import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import { maxRecordBytes, RecordScanner, type ScanCounts } from '@/lib/csv/scan'
import { formatRecord } from '@/lib/csv/write-record'

const blockBytes = 1 << 21
const byteOrderMark = [0xef, 0xbb, 0xbf]

export type ScanFiles = {
  source: string
  /** Accepted records as strict CSV, each after the number of its first line. */
  clean: string
  /** Rejected records: line, reason, text. */
  rejected: string
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.length) at += (await file.write(bytes, at)).bytesWritten
}

function skipByteOrderMark(bytes: Uint8Array, length: number): number {
  return byteOrderMark.every((byte, index) => index < length && bytes[index] === byte) ? 3 : 0
}

/** Splits an uploaded file into clean and rejected records in one pass and bounded memory. */
export async function scanFile(
  files: ScanFiles,
  dialect: { delimiter: string; columns: number },
  onBytes: (bytes: number) => void,
): Promise<ScanCounts> {
  const rejected: string[] = []
  const scanner = new RecordScanner({
    ...dialect,
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
    const bytes = new Uint8Array(maxRecordBytes + 2 * blockBytes + 1)
    let filled = 0
    let total = 0
    for (;;) {
      const { bytesRead } = await source.read(bytes, filled, Math.min(blockBytes, bytes.length - 1 - filled))
      const final = bytesRead === 0
      if (total === 0) {
        const skipped = skipByteOrderMark(bytes, bytesRead)
        bytes.copyWithin(0, skipped, bytesRead)
        filled -= skipped
      }
      total += bytesRead
      filled += bytesRead
      const done = scanner.scan(bytes, filled, final)
      bytes.copyWithin(0, done, filled)
      filled -= done
      // One block is written while the next is read and scanned.
      await writing
      writing = writeAll(clean, scanner.takeOutput())
      if (rejected.length > 0) await writeAll(rejects, Buffer.from(rejected.splice(0).join('')))
      onBytes(total)
      if (final) break
    }
    await writing
    return scanner.counts
  } finally {
    await writing.catch(() => {})
    await Promise.all(handles.map((handle) => handle.close()))
  }
}
