import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { detectContainer } from './detect-container'
import { unpackUpload } from './unpack-upload'

export type Packing = Awaited<ReturnType<typeof openPacking>>

/** A folder in which tests pack files and have them unpacked. */
export async function openPacking() {
  const folder = await mkdtemp(join(tmpdir(), 'personae-unpack-'))
  const write = async (bytes: Buffer | string) => {
    const path = join(folder, crypto.randomUUID())
    await writeFile(path, bytes)
    return path
  }
  return {
    write,
    close: () => rm(folder, { recursive: true }),
    /** `patch` may spoil the packed bytes. */
    async zip(
      members: Record<string, string | Buffer>,
      { compress = true, patch }: { compress?: boolean; patch?: (bytes: Buffer) => Buffer } = {},
    ): Promise<string> {
      const path = join(folder, `${crypto.randomUUID()}.zip`)
      const file = new ZipFile()
      for (const [name, content] of Object.entries(members))
        file.addBuffer(Buffer.from(content), name, { compress })
      file.end()
      await pipeline(file.outputStream, createWriteStream(path))
      return patch ? write(patch(await readFile(path))) : path
    },
    async unpack(path: string, fileName: string, most = 100_000_000) {
      const container = await detectContainer(path)
      if (container === 'text') throw new Error('Not packed')
      const done: number[] = []
      const { parts, skipped } = await unpackUpload(path, {
        container,
        fileName,
        folder,
        most,
        onBytes: (bytes) => done.push(bytes),
      })
      const tables = await Promise.all(
        parts.map(async ({ name, path, bytes, sha256 }) => {
          return { name, bytes, sha256, text: await readFile(path, 'utf8') }
        }),
      )
      return { tables, skipped, done }
    },
  }
}

/** Replaces every occurrence of a text in a file's bytes by one of the same length. */
export function swap(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [old, other] = [Buffer.from(from as string), Buffer.from(to as string)]
  if (old.length !== other.length) throw new Error('Lengths differ')
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + old.length)) other.copy(bytes, at)
  return bytes
}
