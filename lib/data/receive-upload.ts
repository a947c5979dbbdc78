import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '@/lib/shared/errors'
import { uploadPath } from '@/lib/warehouse/paths'
import { publishFile } from '@/lib/warehouse/publish'

export type ReceivedFile = { id: string; bytes: number; sha256: string }

/**
 * Writes a stream to the uploads folder under a new id: whole, hashed and on disk, or not at all. `expected` is the
 * number of bytes that the sender announced.
 */
export async function receiveUpload(
  dataDir: string,
  body: AsyncIterable<Uint8Array>,
  limits: { most: number; expected: number | null },
): Promise<ReceivedFile> {
  if ((limits.expected ?? 0) > limits.most)
    throw new AppError('uploadTooLarge', { megabytes: Math.floor(limits.most / 1_000_000) })
  const id = crypto.randomUUID()
  const final = uploadPath(dataDir, id)
  const temporary = join(dirname(final), `.${id}.part`)
  await mkdir(dirname(final), { recursive: true })
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const file = await open(temporary, 'wx')
    try {
      for await (const chunk of body) {
        bytes += chunk.length
        if (bytes > limits.most)
          throw new AppError('uploadTooLarge', { megabytes: Math.floor(limits.most / 1_000_000) })
        hash.update(chunk)
        for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
      }
    } finally {
      await file.close()
    }
    if (bytes === 0) throw new AppError('fileEmpty')
    if (limits.expected !== null && bytes !== limits.expected) throw new AppError('uploadInterrupted')
    await publishFile(temporary, final)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return { id, bytes, sha256: hash.digest('hex') }
}

/** The name a file is shown by: its last part, without control characters, at most 200 characters. */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const printable = base.replace(/\p{C}/gu, '').trim()
  return [...printable].slice(0, 200).join('') || 'upload.csv'
}
