import 'server-only'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isAligned, splitAligned } from '@/lib/csv/aligned-columns'

const headBytes = 65_536

/** Whether a UTF-8 file is a table whose columns are set apart by blanks, by its first lines. */
export async function hasAlignedColumns(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    const lines = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r/)
    return isAligned(bytesRead === headBytes ? lines.slice(0, -1) : lines)
  } finally {
    await file.close()
  }
}

/** Writes the same table with a tab between its columns; every line stays on its line. */
export async function writeWithTabs(source: string, target: string): Promise<void> {
  const lines = createInterface({
    input: createReadStream(source, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  async function* rewrite() {
    for await (const line of lines) yield `${splitAligned(line).join('\t')}\n`
  }
  await pipeline(Readable.from(rewrite()), createWriteStream(target))
}
