import 'server-only'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseRecords } from '@/lib/csv/parse-records'
import { formatRecord } from '@/lib/csv/write-record'
import { rejectsPath, textPath, uploadPath } from '@/lib/warehouse/paths'
import { publishFile } from '@/lib/warehouse/publish'
import { cellMatcher, type Names, namePattern } from './erasure-names'
import type { Original } from './repository-results'

const byteOrderMark = '\ufeff'
/** No name is longer; what a piece of a file ends with is looked at again with the next. */
const overlap = 512
/** bytes; of a larger file of rejected rows none stays */
const mostRejectBytes = 100_000_000
/** line, reason and hint among what a row of rejects begins with; see write-rejects.ts */
const staying: readonly number[] = [0, 3, 4]

/** Whether a file's bytes hold a match; false for a file that is not there. */
export async function fileHolds(path: string, pattern: RegExp): Promise<boolean> {
  if (!(await stat(path).catch(() => null))) return false
  let before = ''
  for await (const piece of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const text = before + piece
    if (pattern.test(text)) return true
    before = text.slice(-overlap)
  }
  return false
}

/** Rejected rows of a text; of people's rows no values. Null when none is theirs. */
function clearRows(text: string, names: Names): string | null {
  const isTheirs = cellMatcher(names)
  const [header = [], ...rows] = parseRecords(text, ',')
  const cleared = rows.map((row) =>
    row.slice(1).some(isTheirs) ? row.map((cell, column) => (staying.includes(column) ? cell : '')) : row,
  )
  if (cleared.every((row, index) => row === rows[index])) return null
  return [header, ...cleared].map((row) => `${formatRecord(row)}\r\n`).join('')
}

/** Takes the values of people's rows out of an import's file of rejected rows; returns whether there were any. */
export async function clearRejects(dataDir: string, importId: string, names: Names): Promise<boolean> {
  const path = rejectsPath(dataDir, importId)
  const size = (await stat(path).catch(() => null))?.size
  if (!size) return false
  if (size > mostRejectBytes) {
    const pattern = namePattern(names)
    const holds = pattern !== null && (await fileHolds(path, pattern))
    if (holds) await writeAgain(path, '')
    return holds
  }
  const left = clearRows((await readFile(path, 'utf8')).replace(byteOrderMark, ''), names)
  if (left !== null) await writeAgain(path, left)
  return left !== null
}

async function writeAgain(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${crypto.randomUUID()}.part`)
  await writeFile(temporary, byteOrderMark + text)
  await publishFile(temporary, path)
}

/** Paths of an original under the data folder: as it came, and every text that was made of it. */
export async function pathsOf(dataDir: string, { id, textFile, imports }: Original): Promise<string[]> {
  const texts = await readdir(join(dataDir, 'texts')).catch(() => [])
  const own = texts.filter((name) => name.startsWith(`${id}-`) || name.startsWith(`.${id}-`))
  const named = [textFile, ...imports.map((one) => one.textFile)].flatMap((name) => name ?? [])
  return [`uploads/${id}.csv`, ...[...new Set([...own, ...named])].map((name) => `texts/${name}`)]
}

/** Adds the archives that files came out of: they hold the same. */
export function withParents(originals: readonly Original[], ids: ReadonlySet<string>): Set<string> {
  const all = new Set(ids)
  for (const { id, parentId } of originals) if (parentId && all.has(id)) all.add(parentId)
  return all.size === ids.size ? all : withParents(originals, all)
}

/**
 * Which originals hold people: those of imports in `held` (whose rows they were in), those with such rows among the
 * rejected, which are cleared at once, and those whose bytes hold a name.
 */
export async function findOriginals(
  dataDir: string,
  originals: readonly Original[],
  held: ReadonlySet<string>,
  names: Names,
  onFile: (done: number, total: number) => void,
): Promise<{ uploads: Set<string>; cleared: string[] }> {
  const uploads = new Set<string>()
  const cleared: string[] = []
  for (const [index, { id, textFile, imports }] of originals.entries()) {
    for (const { id: importId, rowsRejected } of imports) {
      const found = (rowsRejected ?? 0) > 0 && (await clearRejects(dataDir, importId, names))
      if (found) cleared.push(importId)
      if (found || held.has(importId)) uploads.add(id)
    }
    const pattern = namePattern(names, imports.length === 0)
    const path = textFile ? textPath(dataDir, textFile) : uploadPath(dataDir, id)
    if (!uploads.has(id) && pattern && (await fileHolds(path, pattern))) uploads.add(id)
    onFile(index + 1, originals.length)
  }
  return { uploads: withParents(originals, uploads), cleared }
}
