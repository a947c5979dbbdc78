import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import { makePollutedFiles, type PollutedFile } from '@/lib/data/pollutions.fixture'
import { readTable } from '@/lib/data/read-table.fixture'
import { detectContainer } from '@/lib/data/unpack/detect-container'
import { unpackUpload } from '@/lib/data/unpack/unpack-upload'
import { AppError } from '@/lib/shared/errors'
import { markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/messy-files.ts
// The pollutions of the Pollock benchmark, scored as it scores (simple score, at most 10 a file), for the product's own
// reading beside DuckDB and PapaParse; then every CSV file of DuckDB's tests, where ../shared/data is.
type Table = { header: string[]; records: string[][] }

/** Precision, recall and F1 of what was read against what is meant, as multisets. */
function compareSets(read: readonly string[], meant: readonly string[]): number[] {
  if (read.length === 0 && meant.length === 0) return [1, 1, 1]
  const left = new Map<string, number>()
  for (const each of meant) left.set(each, (left.get(each) ?? 0) + 1)
  let found = 0
  for (const each of read) {
    const count = left.get(each) ?? 0
    if (count > 0) found++
    left.set(each, count - 1)
  }
  const precision = read.length > 0 ? found / read.length : 0
  const recall = meant.length > 0 ? found / meant.length : 0
  return [precision, recall, precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0]
}

const trim = (cells: readonly string[]) => cells.map((cell) => cell.trim())

/** Success, and precision, recall and F1 of header, records and cells (Vitagliano et al., VLDB 2023). */
function score(file: PollutedFile, read: Table | null): number {
  if (!read) return 0
  const parts = [
    ...compareSets(trim(read.header), trim(file.header)),
    ...compareSets(
      read.records.map((record) => JSON.stringify(trim(record))),
      file.records.map((record) => JSON.stringify(trim(record))),
    ),
    ...compareSets(read.records.flatMap(trim), file.records.flatMap(trim)),
  ]
  return 1 + parts.reduce((sum, part) => sum + part, 0)
}

const folder = await mkdtemp(join(tmpdir(), 'personae-messy-'))
await mkdir(join(folder, 'tmp'))
const duckdb = await (await DuckDBInstance.create(':memory:')).connect()

async function readWithDuckdb(path: string, more: string): Promise<Table> {
  const result = await duckdb.runAndReadAll(
    `SELECT * FROM read_csv('${path}', all_varchar = true, header = true${more})`,
  )
  return {
    header: result.columnNames(),
    records: result.getRows().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  }
}

/** As an upload is taken: unpacked first where it is packed. */
async function takeUpload(path: string): Promise<string> {
  const container = await detectContainer(path)
  if (container === 'text') return path
  const options = {
    container,
    fileName: 'one.csv.gz',
    folder: join(folder, 'tmp'),
    most: 1e9,
    onBytes: () => {},
  }
  return (await unpackUpload(path, options)).parts[0]?.path ?? path
}

const readers: Record<string, (path: string, bytes: Uint8Array) => Promise<Table>> = {
  Personae: async (path) => {
    const { headers, records } = await readTable(path, join(folder, 'tmp'))
    return { header: headers, records }
  },
  'DuckDB 1.5.6 (read_csv, told of the header)': (path) => readWithDuckdb(path, ''),
  'DuckDB 1.5.6 (also null_padding, not strict)': (path) =>
    readWithDuckdb(path, ', null_padding = true, strict_mode = false'),
  'PapaParse 5.7.1': async (_, bytes) => {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true })
    const [header = [], ...records] = data
    return { header, records }
  },
}

async function comparePollutions(): Promise<string> {
  const files = makePollutedFiles()
  const totals = new Map(Object.keys(readers).map((name) => [name, { sum: 0, perfect: 0, failed: 0 }]))
  for (const file of files) {
    const path = join(folder, 'polluted.csv')
    await writeFile(path, file.bytes)
    for (const [name, read] of Object.entries(readers)) {
      const points = score(file, await read(path, file.bytes).catch(() => null))
      const total = totals.get(name)
      if (!total) continue
      total.sum += points
      if (points > 9.9999) total.perfect++
      if (points === 0) total.failed++
    }
  }
  return markdownTable(
    [`${files.length} polluted files`, 'score of 10', 'read perfectly', 'not read at all'],
    [...totals].map(([name, { sum, perfect, failed }]) => [
      name,
      Number((sum / files.length).toFixed(3)),
      perfect,
      failed,
    ]),
  )
}

async function* listFiles(path: string): AsyncGenerator<string> {
  for (const name of (await readdir(path)).sort()) {
    const inner = join(path, name)
    if ((await stat(inner)).isDirectory()) yield* listFiles(inner)
    else if (/\.(csv|tsv)(\.gz)?$/i.test(name)) yield inner
  }
}

async function readDuckdbFiles(root: string): Promise<string> {
  const rows: [string, string][] = []
  for await (const path of listFiles(root)) {
    const copy = join(folder, 'one.csv')
    await copyFile(path, copy)
    const outcome = await takeUpload(copy)
      .then((text) => readTable(text, join(folder, 'tmp')))
      .then(
        ({ headers, records, rejected }) =>
          `${headers.length} columns, ${records.length} rows${rejected.length > 0 ? `, ${rejected.length} rejected (${[...new Set(rejected.map(([, reason]) => reason))].join(', ')})` : ''}`,
        (error) => (error instanceof AppError ? `refused: ${error.code}` : `FAILED: ${error}`),
      )
    rows.push([relative(root, path), outcome])
  }
  return markdownTable(['file', 'outcome'], rows)
}

console.log(await comparePollutions())
const root = fileURLToPath(new URL('../../shared/data/duckdb-csv/data', import.meta.url))
console.log(
  existsSync(root) ? `\n${await readDuckdbFiles(root)}` : '\nDuckDB’s files are not beside the project.',
)
await rm(folder, { recursive: true })
