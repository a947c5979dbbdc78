import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BatchFile } from '@/lib/warehouse/dataset'
import { markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/import.ts
// Order lines: the product's import against PapaParse only parsing, pandas.read_csv and DuckDB only converting them.
// 'plain' has no quote in it, which lets PapaParse split lines without parsing; 'titles' has product titles, one in
// fifty of them quoted, as a shop's export does. pandas is Debian's python3-pandas; without it its row is left out.
const folder = fileURLToPath(new URL('./tmp/import', import.meta.url))
const files = {
  plain: { lines: 1_000_000, titled: false, rounds: 3 },
  titles: { lines: 1_000_000, titled: true, rounds: 3 },
  'plain-10': { lines: 10_000_000, titled: false, rounds: 2 },
} as const
type Source = keyof typeof files
const uploads = join(folder, 'uploads')
const pathOf = (file: string) => join(uploads, `${file}.csv`)
const changedLines = 100_000

/** Writes `lines` order lines, three to an order, from order number `first` on. */
async function writeOrders(name: string, lines: number, titled: boolean, first = 100_000): Promise<void> {
  let state = 42
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
  const pad = (value: number) => String(value).padStart(2, '0')
  mkdirSync(uploads, { recursive: true })
  const out = createWriteStream(pathOf(name))
  let rows = [`order_id,customer_id,order_date,sku,${titled ? 'product_title,' : ''}quantity,unit_price`]
  for (let line = 0; line < lines; line++) {
    const date = `2024-${pad(1 + draw(12))}-${pad(1 + draw(28))} ${pad(draw(24))}:${pad(draw(60))}:00`
    const price = `${draw(100)}.${pad(draw(100))}`
    const sku = draw(500)
    const title = sku % 50 === 0 ? `"Tray ${sku}, 12"" wide",` : `Cream jug no ${sku},`
    const product = `P${sku},${titled ? title : ''}`
    const order = `O${first + Math.floor(line / 3)},C${draw(50_000)}`
    rows.push(`${order},${date},${product}${1 + draw(5)},${price}`)
    if (rows.length < 50_000 && line + 1 < lines) continue
    if (!out.write(`${rows.join('\n')}\n`)) await once(out, 'drain')
    rows = []
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
}

async function parseWithPapa(source: string, header: boolean): Promise<() => Promise<number>> {
  const { default: Papa } = await import('papaparse')
  return () =>
    new Promise((resolve, reject) => {
      let rows = header ? 0 : -1
      Papa.parse<unknown>(createReadStream(source), {
        header,
        skipEmptyLines: true,
        chunk: ({ data }) => {
          rows += data.length
        },
        complete: () => resolve(rows),
        error: reject,
      })
    })
}

/**
 * The product's import: splitting, checks, Parquet, comparison with `batches`, report. With `recognise` also what the
 * inspection before it finds out: the encoding by all bytes, and the dialect.
 */
async function importWith(source: string, batches: BatchFile[], recognise: boolean) {
  const { judgeEncoding } = await import('@/lib/data/decode-file')
  const { importFile } = await import('@/lib/data/import-file')
  const { readHead } = await import('@/lib/data/read-head')
  const { openWarehouse } = await import('@/lib/warehouse/duckdb')
  const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
  const known = recognise ? {} : (await readHead(source)).dialect
  return async () => {
    if (recognise) await judgeEncoding(source, () => {})
    const { dialect, headers } = await readHead(source, known)
    const position = (header: string) => headers.indexOf(header)
    const fields = { order_id: 'order_id', customer_id: 'customer_id', ordered_at: 'order_date' }
    const more = {
      product_id: 'sku',
      product_title: 'product_title',
      quantity: 'quantity',
      unit_price: 'unit_price',
    }
    const columns = Object.entries({ ...fields, ...more }).filter(([, header]) => position(header) >= 0)
    return importFile({
      warehouse,
      dataDir: folder,
      importId: 'bench',
      fileName: 'bench.csv',
      source,
      dialect,
      headers,
      mapping: {
        tables: [
          {
            table: 'orders',
            mode: 'update',
            columns: Object.fromEntries(columns.map(([field, header]) => [field, position(header)])),
          },
        ],
        formats: {},
      },
      batches,
      words: () => ({ reason: '', hint: '' }),
      folder: join(folder, 'tmp/job'),
      progress: () => {},
    })
  }
}

const pandas = `
import sys, time, resource, json
import pandas
before = time.process_time(); start = time.perf_counter()
frame = pandas.read_csv(sys.argv[1])
print(json.dumps({"rows": len(frame), "milliseconds": 1000 * (time.perf_counter() - start),
  "processor": 1000 * (time.process_time() - before), "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
`

const contenders: Record<string, (source: string) => Promise<() => Promise<number>>> = {
  'Personae: split, validate, Parquet, compare, report': async (source) => {
    const run = await importWith(source, [], false)
    return async () => (await run()).rowsAccepted
  },
  'Personae: the same, and recognise encoding and dialect': async (source) => {
    const run = await importWith(source, [], true)
    return async () => (await run()).rowsAccepted
  },
  'PapaParse 5.7.1: parse only, to arrays': (source) => parseWithPapa(source, false),
  'PapaParse 5.7.1: parse only, to objects': (source) => parseWithPapa(source, true),
  'DuckDB 1.5.6: CSV to Parquet only': async (source) => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '700MB' })
    const connection = await instance.connect()
    return async () => {
      const target = join(folder, 'bare.parquet')
      await connection.run(
        `COPY (SELECT * FROM read_csv('${source}')) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`,
      )
      const counted = await connection.runAndReadAll(`SELECT count(*) FROM '${target}'`)
      return Number(counted.getRows()[0]?.[0])
    }
  },
}
type Run = { milliseconds: number; processor: number; megabytes: number }

async function measure(work: () => Promise<number>, expected: number): Promise<void> {
  const before = process.cpuUsage()
  const start = performance.now()
  const rows = await work()
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  if (rows !== expected) throw new Error(`${rows} rows instead of ${expected}`)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1000, megabytes } satisfies Run))
}

/** In a process of its own: only the work is measured, not the start of the process. */
async function runHere(file: string, name: string): Promise<void> {
  const work = await contenders[name]?.(pathOf(file))
  if (work) await measure(work, files[file as Source].lines)
}

/** 100,000 changed lines into the 10,000,000 that an import published before. */
async function updateHere(): Promise<void> {
  const first = await (await importWith(pathOf('plain-10'), [], false))()
  const batches = first.staged.map((staged) => ({ ...staged, id: 'first' }))
  const update = await importWith(pathOf('changed'), batches, false)
  await measure(async () => {
    const { report, staged } = await update()
    const [own] = report.tables
    if (staged[0]?.overlaps[0] !== 'first') throw new Error('The overlap was not found')
    return (own?.updated ?? 0) + (own?.unchanged ?? 0)
  }, changedLines)
}

const node = (...args: string[]): Run =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), ...args], {
      encoding: 'utf8',
    }),
  )

function runPandas(file: string, lines: number): Run | null {
  try {
    const run = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', pandas, pathOf(file)], { encoding: 'utf8' }),
    )
    if (run.rows !== lines) throw new Error(`pandas read ${run.rows} rows`)
    return run
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('pandas read')) throw error
    return null
  }
}

async function compareAll(file: Source): Promise<string> {
  const { lines, titled, rounds } = files[file]
  await writeOrders(file, lines, titled)
  const names = [...Object.keys(contenders), 'pandas: read_csv only']
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const run = name in contenders ? node(file, name) : runPandas(file, lines)
      if (run) runs.get(name)?.push(run)
    }
  }
  const median = (name: string, key: keyof Run) => {
    const sorted = (runs.get(name) ?? []).map((run) => run[key]).sort((a, b) => a - b)
    return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2
  }
  const ours = median(names[0] ?? '', 'milliseconds')
  const megabytes = Math.round(statSync(pathOf(file)).size / 1_000_000)
  return markdownTable(
    [
      `${lines.toLocaleString('en')} lines ${titled ? 'with titles' : ''}, ${megabytes} MB`,
      'ms',
      '÷ Personae',
      'processor ms',
      'peak MB',
    ],
    names
      .filter((name) => runs.get(name)?.length)
      .map((name) => [
        name,
        Math.round(median(name, 'milliseconds')),
        Number((median(name, 'milliseconds') / ours).toFixed(2)),
        Math.round(median(name, 'processor')),
        Math.round(median(name, 'megabytes')),
      ]),
  )
}

const [file, name] = process.argv.slice(2)
if (file === 'update') await updateHere()
else if (file && name) await runHere(file, name)
else {
  for (const each of Object.keys(files) as Source[]) console.log(`${await compareAll(each)}\n`)
  await writeOrders('changed', changedLines, false, 1_000_000)
  const { milliseconds, megabytes } = node('update')
  console.log(
    `${changedLines.toLocaleString('en')} changed lines into 10,000,000: ${Math.round(milliseconds)} ms, peak ${Math.round(megabytes)} MB (with the import before it)`,
  )
  rmSync(folder, { recursive: true })
}
