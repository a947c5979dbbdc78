import 'server-only'
import iconv from 'iconv-lite'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { AppError } from '@/lib/shared/errors'
import { createEncodingDetector } from '../detect-encoding'
import { crc32 } from './crc32'
import { explained } from './explained'

/** A workbook holds its pictures too. */
const mostEntries = 10_000
/** A member that grows more than this when unpacked, beyond the first megabytes, is a bomb, not a table. */
const highestRatio = 1000
const harmlessBytes = 50_000_000
const utf8Flag = 0x800

/** A file in an archive; its name is data, never a path. */
export type Member = { name: string; entry: Entry }
export type Archive = {
  members: Member[]
  /** The contents of a member, unpacked as they are read. `onPacked` hears how many bytes of the archive were used. */
  read: (member: Member, onPacked: (bytes: number) => void) => AsyncGenerator<Uint8Array>
  close: () => void
}

/** Without control characters; names without the mark of UTF-8 are in whatever encoding the packing computer had. */
function decodeName({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const detector = createEncodingDetector()
  detector.push(fileNameRaw)
  const encoding = generalPurposeBitFlag & utf8Flag ? 'utf-8' : detector.finish().name
  return iconv.decode(fileNameRaw, encoding).replace(/\p{C}/gu, '').replaceAll('\\', '/')
}

async function listMembers(zip: ZipFile): Promise<Member[]> {
  const members: Member[] = []
  for await (const entry of zip.eachEntry()) {
    if (members.length === mostEntries) throw new AppError('archiveManyFiles', { most: mostEntries })
    members.push({ name: decodeName(entry), entry })
  }
  return members
}

/**
 * Opens a zip archive called `name` by its user. It and the reading of its members throw AppErrors archiveDamaged,
 * archiveEncrypted, archiveUnsupported, archiveManyFiles and archiveTooLarge.
 */
export async function openArchive(path: string, name: string): Promise<Archive> {
  const explain = (error: unknown) => {
    if (error instanceof AppError) return error
    const locked = /encrypt/.test(error instanceof Error ? error.message : '')
    return new AppError(locked ? 'archiveEncrypted' : 'archiveDamaged', { name })
  }
  const zip = await yauzl.openPromise(path, { autoClose: false, decodeStrings: false }).catch((error) => {
    throw explain(error)
  })
  async function* read({ entry }: Member, onPacked: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    if (entry.isEncrypted()) throw new AppError('archiveEncrypted', { name })
    if (!entry.canDecodeFileData()) throw new AppError('archiveUnsupported', { name })
    const limit = Math.max(harmlessBytes, entry.compressedSize * highestRatio)
    let bytes = 0
    let checksum = 0
    const stream = await zip.openReadStreamPromise(entry).catch((error) => {
      throw explain(error)
    })
    for await (const chunk of explained<Uint8Array>(stream, explain)) {
      bytes += chunk.length
      if (bytes > limit) throw new AppError('archiveTooLarge', { megabytes: Math.floor(limit / 1_000_000) })
      checksum = crc32(chunk, checksum)
      onPacked(Math.round(entry.compressedSize * Math.min(1, bytes / entry.uncompressedSize)))
      yield chunk
    }
    if (checksum !== entry.crc32) throw new AppError('archiveDamaged', { name })
  }
  try {
    return { members: await listMembers(zip), read, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw explain(error)
  }
}
