import 'server-only'
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code

async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/**
 * A random text kept in a file of the data folder, made at first use and readable by its owner alone. It appears
 * under its name complete or not at all, and processes that ask at once get the same one.
 */
export async function keepSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name)
  const known = await readSecret(path)
  if (known) return known
  const secret = randomBytes(32).toString('base64url')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${crypto.randomUUID()}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${secret}\n`)
    await handle.sync()
    await link(draft, path)
    return secret
  } catch (error) {
    const other = isCode(error, 'EEXIST') ? await readSecret(path) : null
    if (other) return other
    throw error
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}
