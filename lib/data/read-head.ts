import 'server-only'
import { open } from 'node:fs/promises'
import { type Delimiter, detectDelimiter } from '@/lib/csv/delimiter'
import { detectEncodingProblem } from '@/lib/csv/encoding'
import { splitRecords } from '@/lib/csv/parse-records'
import { AppError } from '@/lib/shared/errors'

const headBytes = 1_000_000
/** Enough for the header, and for all the text by which the delimiter is told. */
const dialectBytes = 300_000
const maxColumns = 1000

export type FileHead = {
  delimiter: Delimiter
  headers: string[]
  /** Whole records after the header. */
  records: string[][]
}

async function readBytes(path: string, most: number): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(most + 1)
    let filled = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled)
      filled += bytesRead
      if (bytesRead === 0 || filled === buffer.length) break
    }
    return { bytes: buffer.subarray(0, Math.min(filled, most)), truncated: filled > most }
  } finally {
    await file.close()
  }
}

function decode(bytes: Uint8Array): string {
  const problem = detectEncodingProblem(bytes)
  if (problem?.kind === 'notUtf8')
    throw new AppError('fileNotUtf8', { line: problem.line, byte: problem.byte })
  if (problem) throw new AppError('fileNotCsv', { kind: problem.kind })
  // Decoding drops a byte-order mark; a character cut at the end becomes part of a record that is left out.
  return new TextDecoder().decode(bytes)
}

/** What the first megabyte of an uploaded file shows; throws an AppError when it is not CSV text with a header. */
export async function readHead(path: string, most = headBytes): Promise<FileHead> {
  const { bytes, truncated } = await readBytes(path, most)
  if (bytes.length === 0) throw new AppError('fileEmpty')
  const text = decode(bytes)
  const delimiter = detectDelimiter(text)
  const { records, broken } = splitRecords(text, delimiter)
  const whole = truncated ? records.slice(0, broken ?? -1) : records
  const [headers, ...rest] = whole
  if (!headers)
    throw new AppError(truncated ? 'fileNotCsv' : 'fileEmpty', truncated ? { kind: 'binary' } : {})
  if (headers.length > maxColumns) {
    throw new AppError('tooManyColumns', { columns: headers.length, most: maxColumns })
  }
  return { delimiter, headers, records: rest }
}

/** The same file's header and delimiter, with less reading. */
export async function readDialect(path: string): Promise<Pick<FileHead, 'delimiter' | 'headers'>> {
  const { delimiter, headers } = await readHead(path, dialectBytes)
  return { delimiter, headers }
}

/** Names for a file's columns that are all there and all different, for where they serve as names. */
export function nameColumns(headers: readonly string[]): string[] {
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const plain = header.trim() || `Column ${index + 1}`
    let name = plain
    for (let count = 2; taken.has(name); count++) name = `${plain} (${count})`
    taken.add(name)
    return name
  })
}
