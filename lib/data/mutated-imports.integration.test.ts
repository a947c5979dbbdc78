import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { missingFields } from '@/lib/csv/fields'
import type { ColumnFormat, Mapping } from '@/lib/csv/mapping'
import { parseRecords } from '@/lib/csv/parse-records'
import { AppError } from '@/lib/shared/errors'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { rejectsPath, warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { checkMapping } from './check-mapping'
import { decodeFile, judgeEncoding } from './decode-file'
import { importFile } from './import-file'
import { inspectText } from './inspect-text'
import { mutateFile } from './mutations.fixture'
import { readHead } from './read-head'

const seeds = 300
/** Every so many files are also profiled and mapped as they are recognised, which takes most of the time. */
const recognisedEach = 30
/** The longest that one file may take, in milliseconds, on a busy machine too. */
const longest = 10_000

let warehouse: DuckDBInstance
let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'personae-mutated-'))
  warehouse = await openWarehouse(dataDir, { memory: '300MB', threads: 2 })
})
afterAll(async () => {
  warehouse.closeSync()
  await rm(dataDir, { recursive: true })
})

/** The columns where the files had them before they were broken, and how these are written. */
const columns = { order_id: 0, ordered_at: 1, customer_id: 2, product_title: 3, quantity: 4, unit_price: 5 }
const formats: Record<string, ColumnFormat> = { 1: { dates: 'ymd' }, 5: { decimalMark: '.' } }
const meant: Mapping = { tables: [{ table: 'orders', mode: 'update', columns }], formats }

/** The mapping as the file is recognised, where it can be imported so, and the records counted on the way. */
async function recognise(source: string, folder: string): Promise<{ mapping: Mapping; counted: number }> {
  const { guess, records } = await inspectText({
    ...{ warehouse, source, folder, options: {}, known: async () => null, progress: () => {} },
  })
  const usable = guess.tables.every((table) => missingFields(table).length === 0)
  return { mapping: usable ? guess : meant, counted: records }
}

/** As an upload goes: encoding, dialect, mapping, import. */
async function importMutated(bytes: Uint8Array, recognised: boolean) {
  const raw = join(dataDir, 'raw.csv')
  const source = join(dataDir, 'tmp/source.csv')
  await writeFile(raw, bytes)
  await decodeFile(raw, source, (await judgeEncoding(raw, () => {})).name, () => {})
  const folder = join(dataDir, 'tmp')
  await mkdir(folder, { recursive: true })
  const { dialect, headers } = await readHead(source)
  const found = recognised ? await recognise(source, folder) : null
  const mapping = checkMapping(found?.mapping ?? meant, headers.length)
  const result = await importFile({
    ...{ warehouse, dataDir, importId: 'mutated', fileName: 'mutated.csv', source, mapping, batches: [] },
    ...{ dialect, headers, words: () => ({ reason: 'x', hint: 'y' }) },
    folder: join(folder, 'job'),
    progress: () => {},
  })
  return { ...result, counted: found?.counted ?? result.rowsRead }
}

/** The numbers of rows that must agree: as inspected, as read, as counted, and as they stand in the files. */
async function reconcile(result: Awaited<ReturnType<typeof importMutated>>): Promise<number[][]> {
  const { counted, rowsRead, rowsAccepted, rowsRejected, report, staged } = result
  const [own] = report.tables
  if (!own) throw new Error('No table')
  const [file] = staged
  const path = file ? quoteText(warehousePath(dataDir, file.file)) : null
  const [stored] = path ? await queryRows(warehouse, `SELECT count(*) AS n FROM read_parquet(${path})`) : []
  const rejects = rowsRejected > 0 ? await readFile(rejectsPath(dataDir, 'mutated'), 'utf8') : ''
  const listed = parseRecords(rejects.replace('\ufeff', ''), ',').length - (rowsRejected > 0 ? 1 : 0)
  return [
    [counted, rowsRead],
    [rowsRead, rowsAccepted + rowsRejected],
    [rowsAccepted, own.created + own.updated + own.unchanged],
    [rowsRejected, report.rejected.reduce((sum, { rows }) => sum + rows, 0)],
    [rowsRejected, listed],
    // Order lines have no key: each accepted row is one. Of other tables each key is.
    [own.table === 'orders' ? rowsAccepted : own.created, Number(stored?.n ?? 0)],
  ]
}

it(`imports ${seeds} mutations of valid files with exact counts, through every cast`, async () => {
  const outcomes = { imported: 0, rejecting: 0, refused: 0 }
  for (let seed = 1; seed <= seeds; seed++) {
    const start = performance.now()
    try {
      const result = await importMutated(mutateFile(20_000 + seed), seed % recognisedEach === 0)
      for (const [one, other] of await reconcile(result)) expect([seed, one]).toEqual([seed, other])
      outcomes.imported++
      if (result.rowsRejected > 0) outcomes.rejecting++
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`Seed ${seed}`, { cause: error })
      outcomes.refused++
    }
    expect([seed, performance.now() - start < longest]).toEqual([seed, true])
  }
  expect(outcomes.imported + outcomes.refused).toBe(seeds)
  expect(outcomes.imported).toBeGreaterThan(seeds / 2)
  expect(outcomes.rejecting).toBeGreaterThan(seeds / 4)
}, 600_000)
