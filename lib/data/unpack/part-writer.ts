import 'server-only'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/lib/shared/errors'

/** One table of an archive or workbook, as CSV or text as it came. */
export type Part = { name: string; path: string; bytes: number; sha256: string }

/** What unpacking may produce in all. */
export class Allowance {
  private left: number
  constructor(private readonly most: number) {
    this.left = most
  }
  /** Throws AppError archiveTooLarge when more than that comes out of an archive. */
  take(bytes: number): void {
    this.left -= bytes
    if (this.left < 0) throw new AppError('archiveTooLarge', { megabytes: Math.floor(this.most / 1_000_000) })
  }
}

const blankBytes = new Set([0x20, 0x0a, 0x0d, 0x09])

/** Writes pieces to a new file in `folder`, counted and hashed; null when there was nothing but white space to write. */
export async function writePart(
  name: string,
  folder: string,
  pieces: AsyncIterable<Uint8Array | string>,
  allowance: Allowance,
): Promise<Part | null> {
  const path = join(folder, `${crypto.randomUUID()}.part`)
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  let bytes = 0
  let blank = true
  try {
    for await (const piece of pieces) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
      bytes += chunk.length
      allowance.take(chunk.length)
      hash.update(chunk)
      blank &&= chunk.every((byte) => blankBytes.has(byte))
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
    }
  } finally {
    await file.close()
  }
  return blank ? null : { name, path, bytes, sha256: hash.digest('hex') }
}
