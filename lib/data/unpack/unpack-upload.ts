import 'server-only'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Entry } from 'yauzl'
import { AppError } from '@/lib/shared/errors'
import { openArchive } from './archive'
import { type Container, detectContainer } from './detect-container'
import { explained } from './explained'
import { Allowance, type Part, writePart } from './part-writer'
import { type Skipped, type SkipReason, skipByName } from './skipped'
import { unpackWorkbook } from './workbook'

const mostParts = 200
const highestRatio = 1000
const harmlessBytes = 50_000_000

export type UnpackOptions = {
  container: Exclude<Container, 'text'>
  fileName: string
  folder: string
  /** bytes that may come out in all */
  most: number
  /** bytes of the packed file that are done */
  onBytes: (bytes: number) => void
}
export type Unpacked = { parts: Part[]; skipped: Skipped[] }

async function* gunzip(path: string, { fileName, onBytes }: UnpackOptions): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path)
  const unzipped = createGunzip()
  source.on('error', (error) => unzipped.destroy(error))
  source.pipe(unzipped)
  let bytes = 0
  try {
    const damaged = () => new AppError('archiveDamaged', { name: fileName })
    for await (const chunk of explained<Uint8Array>(unzipped, damaged)) {
      bytes += chunk.length
      const limit = Math.max(harmlessBytes, source.bytesRead * highestRatio)
      if (bytes > limit) throw new AppError('archiveTooLarge', { megabytes: Math.floor(limit / 1_000_000) })
      onBytes(source.bytesRead)
      yield chunk
    }
  } finally {
    source.destroy()
    unzipped.destroy()
  }
}

async function unpackGzip(source: string, options: UnpackOptions): Promise<Unpacked> {
  const { fileName, folder, most } = options
  const name = fileName.replace(/\.gz$/i, '')
  const part = await writePart(name, folder, gunzip(source, options), new Allowance(most))
  if (part && (await detectContainer(part.path)) !== 'text')
    throw new AppError('fileNotCsv', { kind: 'archive' })
  return { parts: part ? [part] : [], skipped: [] }
}

/** Whether a file of an archive is text by its bytes, whatever its name says. */
async function isText(path: string): Promise<boolean> {
  try {
    return (await detectContainer(path)) === 'text'
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** A link of a Unix system: its content is where it leads to, and no table. */
const isLink = ({ versionMadeBy, externalFileAttributes }: Entry) =>
  versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

const lastOf = (name: string) => name.split('/').at(-1) ?? name

async function unpackZip(
  source: string,
  { fileName, folder, most, onBytes }: UnpackOptions,
): Promise<Unpacked> {
  const archive = await openArchive(source, fileName)
  const allowance = new Allowance(most)
  const parts: Part[] = []
  const skipped: Skipped[] = []
  try {
    const files = archive.members.filter(({ name }) => !name.endsWith('/'))
    const tables = files.filter(({ name, entry }) => skipByName(name) === null && !isLink(entry))
    if (tables.length > mostParts) throw new AppError('archiveManyFiles', { most: mostParts })
    const isOnly = (last: string) => tables.filter(({ name }) => lastOf(name) === last).length === 1
    let done = 0
    for (const member of files) {
      const { name, entry } = member
      let reason: SkipReason | null = isLink(entry) ? 'otherKind' : skipByName(name)
      if (reason === null) {
        const title = isOnly(lastOf(name))
          ? lastOf(name)
          : name
              .split('/')
              .filter((part) => !/^\.{0,2}$/.test(part))
              .join(' › ')
        const pieces = archive.read(member, (packed) => onBytes(done + packed))
        const part = await writePart(`${fileName} › ${title}`, folder, pieces, allowance)
        if (part && (await isText(part.path))) parts.push(part)
        else reason = part ? 'noText' : 'empty'
      }
      if (reason) skipped.push({ name, reason })
      done += entry.compressedSize
    }
  } finally {
    archive.close()
  }
  return { parts, skipped }
}

/**
 * Writes every table of an archive or workbook to a file of its own in `folder`, in bounded memory, and says what it
 * left out; there may be no table at all. Throws AppErrors: archiveDamaged, archiveEncrypted, archiveUnsupported,
 * archiveTooLarge, archiveManyFiles, fileNotCsv.
 */
export function unpackUpload(source: string, options: UnpackOptions): Promise<Unpacked> {
  return { gzip: unpackGzip, zip: unpackZip, xlsx: unpackWorkbook }[options.container](source, options)
}
