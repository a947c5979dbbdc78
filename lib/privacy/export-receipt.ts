import 'server-only'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishFile } from '@/lib/warehouse/publish'
import { sortDigests } from './sort-digests'

/** A digest's 32 hexadecimal digits as bytes. */
const digestBytes = 16

/** Names in the folder `exports`: of a receipt, and of one that is being written or was cut short by a crash. */
export const receiptNames = (exportId: string) => ({ final: exportId, draft: `.${exportId}.part` })

function receiptPaths(dataDir: string, exportId: string) {
  const folder = join(dataDir, 'exports')
  const { final, draft } = receiptNames(exportId)
  return { folder, final: join(folder, final), draft: join(folder, draft) }
}

export type Receipt = {
  /** Notes people who are about to leave, by their digests for use 'export'; nobody twice in a row. */
  add: (digests: readonly string[]) => Promise<void>
  /** Ends the receipt; returns how many different people it holds. */
  close: () => Promise<number>
}

/**
 * Starts the receipt of an export: the digests of its people, without the list. They are written before the people
 * leave, so that the receipt of a download that was cut short, by a crash too, holds at least those who left.
 */
export function startReceipt(dataDir: string, exportId: string): Receipt {
  const { folder, final, draft } = receiptPaths(dataDir, exportId)
  const sorted = `${draft}.sorted`
  let last = ''
  let opening: ReturnType<typeof open> | undefined
  const openDraft = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return open(draft, 'a', 0o600)
  }
  return {
    async add(digests) {
      opening ??= openDraft()
      const fresh = digests.filter((digest, index) => digest !== (index === 0 ? last : digests[index - 1]))
      last = digests.at(-1) ?? last
      await (await opening).appendFile(Buffer.from(fresh.join(''), 'hex'))
    },
    async close() {
      opening ??= openDraft()
      await (await opening).close()
      const digests = sortDigests(await readFile(draft), digestBytes)
      await writeFile(sorted, digests, { mode: 0o600 })
      await publishFile(sorted, final)
      await rm(draft, { force: true })
      return digests.length / digestBytes
    },
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function searchSorted(path: string, wanted: Buffer): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const found = Buffer.alloc(digestBytes)
    let low = 0
    let high = Math.floor((await handle.stat()).size / digestBytes)
    while (low < high) {
      const middle = (low + high) >>> 1
      await handle.read(found, 0, digestBytes, middle * digestBytes)
      const order = wanted.compare(found)
      if (order === 0) return true
      if (order < 0) high = middle
      else low = middle + 1
    }
    return false
  } finally {
    await handle.close()
  }
}

async function searchDraft(path: string, wanted: Buffer): Promise<boolean> {
  const digests = await readFile(path)
  for (let at = 0; at + digestBytes <= digests.length; at += digestBytes) {
    if (wanted.equals(digests.subarray(at, at + digestBytes))) return true
  }
  return false
}

/**
 * Whether the person of a digest (see person-digest.ts, use 'export', kind customer_id) was in an export; null for an
 * export without a receipt: one of before there were any, or one that nobody has downloaded.
 */
export async function receiptHolds(
  dataDir: string,
  exportId: string,
  digest: string,
): Promise<boolean | null> {
  const { final, draft } = receiptPaths(dataDir, exportId)
  const wanted = Buffer.from(digest, 'hex')
  try {
    return await searchSorted(final, wanted)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  try {
    return await searchDraft(draft, wanted)
  } catch (error) {
    if (!isMissing(error)) throw error
    return null
  }
}
