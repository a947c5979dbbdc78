import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportMode, Mapping } from '@/lib/csv/mapping'
import type { TestWorkspace } from '@/lib/data/data.fixture'
import type { Database } from '@/lib/server/database'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { TableName } from '@/lib/warehouse/tables'

/** Uploads rows under a header of the table's own column names, to be mapped as they stand. */
export function tableImport(table: TableName, rows: Record<string, string>[], mode: ImportMode = 'update') {
  const headers = [...new Set(rows.flatMap(Object.keys))]
  const text = [headers, ...rows.map((row) => headers.map((name) => row[name] ?? ''))]
    .map((cells) => cells.join(','))
    .join('\n')
  const columns = Object.fromEntries(
    headers.flatMap((name, index) => (name.startsWith('Own ') ? [] : [[name, index]])),
  )
  const mapping = (): Mapping => ({ tables: [{ table, mode, columns }], formats: {} })
  return { text: `${text}\n`, mapping }
}

/** Values that say who is meant, wherever they turn up. */
export const planted = [
  ...['ZQ-PERSON-771', 'zelda.quux@planted-mail.com', '5550199', 'Zeldaquux', 'Plantedname'],
  ...['Quuxville', 'Oldquuxtown', 'ZQTIER9', 'ZQNICK5', 'ZQORD1', 'ZQORD2', 'ZQORD4', 'ZQCHANNEL'],
  ...['ZQREVIEW', 'zqtitle', 'zqlovely text', 'ZQEVENT', 'ZQCAMPAIGN', 'ZQVARIANT', 'ZQKIND', 'ZQORD3'],
  ...['ZQBADDATE', 'ZQUNDONE', 'ZQNOTE8', 'zqoldtext'],
]

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const paths = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    }),
  )
  return paths.flat()
}

/** Every row that the database has, as text. */
async function dumpDatabase(database: Database): Promise<string> {
  const models = Object.entries(database).filter(([name]) => /^[a-z]/.test(name))
  const rows = await Promise.all(
    models.map(([, model]) => (model as { findMany?: () => Promise<unknown[]> }).findMany?.() ?? []),
  )
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/** Where planted values are left: each with the file that holds it, or 'database'. */
export async function findPlanted({ database, dataDir, warehouse }: TestWorkspace): Promise<string[]> {
  const places: [string, string][] = [['database', await dumpDatabase(database)]]
  for (const path of await listFiles(dataDir)) {
    places.push([path, await readFile(path, 'latin1')])
    if (!path.endsWith('.parquet')) continue
    const rows = await queryRows(
      warehouse,
      `SELECT t::VARCHAR AS row FROM read_parquet(${quoteText(path)}) AS t`,
    )
    places.push([path, JSON.stringify(rows)])
  }
  return places.flatMap(([place, text]) =>
    planted
      .filter((value) => text.toLowerCase().includes(value.toLowerCase()))
      .map((value) => `${value} in ${place.replace(dataDir, '')}`),
  )
}
