import 'server-only'
import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, link, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Provider } from '@/lib/server/env'
import { type CopiedNames, copyDatabase } from './back-up-database'
import { type DataFolder, dataFolders } from './named-files'

export type BackUp = {
  files: number
  bytes: number
  /** Files that the database names and the installation itself does not have. */
  missing: string[]
}

const mostTries = 5
const checksums = 'SHA256SUMS'

const isCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** Copies a file that never changes: as a second name where the file system can. One that has gone meanwhile is left out. */
async function takeFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (isCode(error, 'EEXIST', 'ENOENT')) return
    await copyFile(from, to, constants.COPYFILE_FICLONE).catch((failed) => {
      if (!isCode(failed, 'ENOENT')) throw failed
    })
  }
}

const isDraft = (name: string) => name.startsWith('.')

async function takeFolder(dataDir: string, copy: string, folder: DataFolder): Promise<void> {
  const [from, to] = [join(dataDir, folder), join(copy, folder)]
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of await readdir(from).catch(() => []))
    if (!isDraft(name)) await takeFile(join(from, name), join(to, name))
}

/** What else is in the data folder: keys, the list of erasures, receipts that are being written. These may still change. */
async function takeOthers(dataDir: string, copy: string, databaseFile: string | null): Promise<void> {
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    if (!entry.isFile() || (databaseFile && entry.name.startsWith(databaseFile))) continue
    await copyFile(join(dataDir, entry.name), join(copy, entry.name))
  }
  const receipts = await readdir(join(dataDir, 'exports')).catch(() => [])
  for (const name of receipts.filter(isDraft))
    await copyFile(join(dataDir, 'exports', name), join(copy, 'exports', name)).catch((error) => {
      if (!isCode(error, 'ENOENT')) throw error
    })
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function findMissing(copy: string, { needed }: CopiedNames): Promise<string[]> {
  const missing: string[] = []
  for (const file of needed) if (!(await exists(join(copy, file)))) missing.push(file)
  return missing
}

/** Removes the files that the database's copy does not name: a person who was erased meanwhile is not in it. */
async function removeOthers(copy: string, { named }: CopiedNames): Promise<void> {
  for (const folder of dataFolders)
    for (const name of await readdir(join(copy, folder)))
      if (!named[folder].has(name)) await rm(join(copy, folder, name))
}

/** Writes the checksums of all files, as sha256sum reads them; each is on disk by then. */
async function writeChecksums(copy: string): Promise<{ files: number; bytes: number }> {
  const names = (await readdir(copy, { recursive: true })).sort()
  const lines: string[] = []
  let bytes = 0
  for (const name of names) {
    const path = join(copy, name)
    if (!(await stat(path)).isFile()) continue
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk)
      bytes += chunk.length
    }
    const handle = await open(path, 'r')
    await handle.sync().finally(() => handle.close())
    lines.push(`${hash.digest('hex')}  ${name.split(sep).join('/')}\n`)
  }
  await writeFile(join(copy, checksums), lines.join(''), { flush: true, mode: 0o600 })
  return { files: lines.length, bytes }
}

/**
 * Copies a running installation to the new folder `target`, as of one moment. Files never change, so they are taken
 * first, then the database, then the files that it names and that came in between; where one of those has come and
 * gone, the database is copied again. Throws when the target is there already, or nothing is left of it.
 */
export async function backUp(
  env: { dataDir: string; provider: Provider; databaseUrl: string },
  target: string,
): Promise<BackUp> {
  const { dataDir } = env
  const final = resolve(target)
  if (await exists(final)) throw new Error(`${final} exists already: name a folder that does not`)
  if (`${final}${sep}`.startsWith(`${resolve(dataDir)}${sep}`))
    throw new Error('A back-up cannot be inside of the data folder')
  await mkdir(dirname(final), { recursive: true })
  const copy = await mkdtemp(`${final}.part-`)
  try {
    let names: CopiedNames
    let missing: string[] = []
    for (let tries = 1; ; tries++) {
      for (const folder of dataFolders) await takeFolder(dataDir, copy, folder)
      names = await copyDatabase(env, copy)
      for (const folder of dataFolders) await takeFolder(dataDir, copy, folder)
      missing = await findMissing(copy, names)
      if (missing.length === 0 || tries === mostTries) break
    }
    const databaseFile = env.provider === 'sqlite' ? basename(new URL(env.databaseUrl).pathname) : null
    await takeOthers(dataDir, copy, databaseFile)
    await removeOthers(copy, names)
    const written = await writeChecksums(copy)
    await rename(copy, final)
    return { ...written, missing }
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    throw error
  }
}
