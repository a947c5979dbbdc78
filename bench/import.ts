import { execFileSync } from 'node:child_process'
import { createReadStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/import.ts
// A million order lines: the product's import against PapaParse only parsing and DuckDB only converting them.
// 'plain' has no quote in it, which lets PapaParse split lines without parsing; 'titles' has product titles, one in
// fifty of them quoted, as a shop's export does.
const lines = 1_000_000
const rounds = 3
const folder = fileURLToPath(new URL('./tmp/import', import.meta.url))
const files = ['plain', 'titles'] as const
type Source = (typeof files)[number]
const pathOf = (file: Source) => join(folder, `${file}.csv`)

function writeOrders(file: Source): void {
  let state = 42
  const draw = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
  const pad = (value: number) => String(value).padStart(2, '0')
  const titled = file === 'titles'
  const rows = [`order_id,customer_id,order_date,sku,${titled ? 'product_title,' : ''}quantity,unit_price`]
  for (let line = 0; line < lines; line++) {
    const date = `2024-${pad(1 + draw(12))}-${pad(1 + draw(28))} ${pad(draw(24))}:${pad(draw(60))}:00`
    const price = `${draw(100)}.${pad(draw(100))}`
    const sku = draw(500)
    const title = sku % 50 === 0 ? `"Tray ${sku}, 12"" wide",` : `Cream jug no ${sku},`
    const product = `P${sku},${titled ? title : ''}`
    const order = `O${100_000 + Math.floor(line / 3)},C${draw(50_000)}`
    rows.push(`${order},${date},${product}${1 + draw(5)},${price}`)
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(pathOf(file), `${rows.join('\n')}\n`)
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

const contenders: Record<string, (source: string) => Promise<() => Promise<number>>> = {
  'Personae: split, validate, Parquet, report': async (source) => {
    const { guessMapping } = await import('@/lib/csv/guess-mapping')
    const { importFile } = await import('@/lib/data/import-file')
    const { readHead } = await import('@/lib/data/read-head')
    const { openWarehouse } = await import('@/lib/warehouse/duckdb')
    const warehouse = await openWarehouse(folder, { memory: '700MB', threads: 2 })
    return async () => {
      const { headers, records } = await readHead(source)
      const result = await importFile({
        warehouse,
        dataDir: folder,
        importId: 'bench',
        source,
        mapping: guessMapping(headers, records),
        folder: join(folder, 'tmp/job'),
        progress: () => {},
      })
      return result.rowsAccepted
    }
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

/** In a process of its own: only the work is measured, not the start of the process. */
async function runHere(file: Source, name: string): Promise<void> {
  const work = await contenders[name]?.(pathOf(file))
  const before = process.cpuUsage()
  const start = performance.now()
  const rows = await work?.()
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  if (rows !== lines) throw new Error(`${name} read ${rows} rows`)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ milliseconds, processor: (user + system) / 1000, megabytes } satisfies Run))
}

function runApart(file: Source, name: string): Run {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), file, name]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

function compareAll(file: Source): string {
  writeOrders(file)
  const names = Object.keys(contenders)
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) runs.get(name)?.push(runApart(file, name))
  }
  const median = (name: string, key: keyof Run) =>
    (runs.get(name) ?? []).map((run) => run[key]).sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN
  const ours = median(names[0] ?? '', 'milliseconds')
  const megabytes = Math.round(statSync(pathOf(file)).size / 1_000_000)
  return markdownTable(
    [`${file}.csv, ${megabytes} MB`, 'ms', '÷ Personae', 'processor ms', 'peak MB'],
    names.map((name) => [
      name,
      Math.round(median(name, 'milliseconds')),
      Number((median(name, 'milliseconds') / ours).toFixed(2)),
      Math.round(median(name, 'processor')),
      Math.round(median(name, 'megabytes')),
    ]),
  )
}

const [file, name] = process.argv.slice(2)
if (file && name) await runHere(file as Source, name)
else {
  for (const each of files) console.log(`${compareAll(each)}\n`)
  rmSync(folder, { recursive: true })
}
