import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Mapping } from '@/lib/csv/mapping'
import { hasAlignedColumns, writeWithTabs } from '@/lib/data/align-columns'
import { importFile } from '@/lib/data/import-file'
import { inspectText } from '@/lib/data/inspect-text'
import { basketsFile, importableFiles, type RealFile, realFiles } from '@/lib/data/real-files.fixture'
import { markdownTable } from './compare'

// NODE_OPTIONS=--conditions=react-server npx tsx bench/real-files.ts
// Every real file of ../shared/data: what it is recognised as, what its user has to correct, what becomes of its rows.
const folder = await mkdtemp(join(tmpdir(), 'personae-real-'))
const warehouse = await DuckDBInstance.create(join(folder, 'real.duckdb'), {
  threads: '2',
  memory_limit: '500MB',
})

function describeMapping({ tables }: Mapping, headers: readonly string[]): string {
  return tables
    .map(({ table, columns, attributes }) => {
      const fields = Object.entries(columns).map(([field, column]) => `${field} ← ${headers[column]}`)
      const kept = attributes?.length ? [`${attributes.length} kept under their own names`] : []
      return `**${table}**: ${[...fields, ...kept].join(', ')}`
    })
    .join('<br>')
}

async function tryFile({ file, correction }: Pick<RealFile, 'file' | 'correction'>): Promise<string[]> {
  const source = join(folder, 'source.csv')
  const original = join(realFiles, file)
  if (await hasAlignedColumns(original)) await writeWithTabs(original, source)
  else await copyFile(original, source)
  const { headers, guess, evidence, dialect } = await inspectText({
    ...{ warehouse, source, folder, options: {}, known: async () => null, progress: () => {} },
  })
  const recognised = describeMapping(guess, headers)
  const lack = evidence.lack?.kind
  if (lack === 'baskets') return [file, 'baskets', 'none helps', 'refused: neither a customer nor a date']
  const { rowsRead, rowsRejected, report } = await importFile({
    ...{ warehouse, dataDir: folder, importId: 'real', fileName: basename(file), source, dialect, headers },
    mapping: correction?.change(guess) ?? guess,
    batches: [],
    words: () => ({ reason: '', hint: '' }),
    folder: join(folder, 'job'),
    progress: () => {},
  })
  const [own] = report.tables
  const sum = `${own?.created} new + ${own?.updated} changed + ${own?.unchanged} unchanged + ${rowsRejected} rejected`
  return [file, recognised, correction?.said ?? 'none', `${rowsRead} = ${sum}`]
}

const rows: string[][] = []
for (const each of [...importableFiles, { file: basketsFile }]) rows.push(await tryFile(each))
console.log(markdownTable(['file', 'recognised as', 'corrections', 'rows'], rows))
warehouse.closeSync()
await rm(folder, { recursive: true })
