import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { getRows } from '@/lib/tables/service'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import type { ImportReport } from './schema'

export const head = 'customer_id,email,city,note\n'
export const attributeKey = (header: string) => `attributes:${header}`
const ownColumns = ['customer_id', 'email', 'city', attributeKey('note')]
/** bytes that the process may grow by, whatever a file says */
const mostGrowth = 400_000_000

type Shown = { rows: unknown[][]; rejected: ImportReport['rejected'] }

/** Sends hostile files through upload, inspection, check and confirmation, for the tests of one `describe`. */
export function useHostileUploads(provider: 'sqlite' | 'postgresql') {
  let test: TestWorkspace
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
  })
  afterAll(() => test.close())

  /** Files in the data folder that were not there `before`, but for the application's database. */
  async function listFiles(before: readonly string[] = []): Promise<string[]> {
    const entries = await readdir(test.dataDir, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('personae.db'))
    const paths = files.map(({ parentPath, name }) => relative(test.dataDir, join(parentPath, name)))
    return paths.filter((path) => !before.includes(path)).sort()
  }

  /** What the customers' table shows of a file, and what of it is refused. */
  async function show(text: string | Uint8Array, columns = ownColumns, name?: string): Promise<Shown> {
    const { stage, table, report } = await test.importText(text, {}, name)
    expect([stage, table]).toEqual(['imported', 'customers'])
    const query = { q: '', filters: [], sort: 'customer_id', direction: 'asc', page: 1, size: 50 } as const
    const { rows } = await getRows(test.owner, 'customers', { ...query, filters: [], columns })
    await test.clear()
    return { rows: rows.map(({ cells }) => cells), rejected: report?.rejected ?? [] }
  }

  return {
    workspace: () => test,
    listFiles,
    show,
    /** The rows of a file of which nothing is refused. */
    async showRows(text: string | Uint8Array, columns?: string[]): Promise<unknown[][]> {
      const { rows, rejected } = await show(text, columns)
      expect(rejected).toEqual([])
      return rows
    },
    /** Has a file refused as a whole, which leaves nothing but the upload and bounded memory. */
    async refuse(bytes: string | Uint8Array, failure: object, name?: string): Promise<void> {
      const before = await listFiles()
      const memory = process.memoryUsage().rss
      const { uploadId } = await test.upload(bytes, name)
      await expect(test.inspect(uploadId)).rejects.toMatchObject(failure)
      expect(process.memoryUsage().rss - memory).toBeLessThan(mostGrowth)
      expect(await listFiles(before)).toEqual([join('uploads', `${uploadId}.csv`)])
      await test.clear()
    },
  }
}
