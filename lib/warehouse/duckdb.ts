import 'server-only'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import { warehouseFolders } from './paths'
import { quoteText } from './sql'
import { createTurns } from './turns'

export type WarehouseLimits = { memory: string; threads: number }

/** What a query may write to disk that does not fit into its memory. */
const mostSpilled = '20GB'

/**
 * Opens an in-memory DuckDB that can touch nothing but the warehouse's folders of `dataDir`: no extensions, no other
 * files (a link that leads out of them is none of theirs), and no way to change that afterwards.
 */
export async function openWarehouse(dataDir: string, limits: WarehouseLimits): Promise<DuckDBInstance> {
  const spill = join(dataDir, 'tmp')
  await mkdir(spill, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    allow_persistent_secrets: 'false',
  })
  const connection = await instance.connect()
  const folders = warehouseFolders(dataDir).map((folder) => quoteText(`${folder}/`))
  // External access before the lock, and both last: nothing can be set after them.
  for (const setting of [
    `allowed_directories = [${folders.join()}]`,
    `memory_limit = ${quoteText(limits.memory)}`,
    `threads = ${limits.threads}`,
    `temp_directory = ${quoteText(spill)}`,
    `max_temp_directory_size = ${quoteText(mostSpilled)}`,
    // The system keeps files that are read often; a second copy in here grew with every import up to the limit.
    'enable_external_file_cache = false',
    'enable_external_access = false',
    'lock_configuration = true',
  ]) {
    await connection.run(`SET ${setting}`)
  }
  connection.closeSync()
  return instance
}

export type Row = Record<string, unknown>
/** For $1, $2 … or for $name. */
export type QueryValues = DuckDBValue[] | Record<string, DuckDBValue>

const takeTurn = createTurns<DuckDBInstance>(4)

/** Lends a connection of its own for what needs several queries, with temporary tables say. Waits while four are out. */
export function withConnection<T>(
  warehouse: DuckDBInstance,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  return takeTurn(warehouse, async () => {
    const connection = await warehouse.connect()
    try {
      return await use(connection)
    } finally {
      connection.closeSync()
    }
  })
}

/** Runs a query on its own connection; rows as plain objects (bigint as number, decimals and dates as text). */
export function queryRows<T extends Row = Row>(
  warehouse: DuckDBInstance,
  sql: string,
  values: QueryValues = [],
): Promise<T[]> {
  return withConnection(warehouse, (connection) => queryConnection<T>(connection, sql, values))
}

/** The same on a connection the caller keeps, for temporary tables. */
export async function queryConnection<T extends Row = Row>(
  connection: DuckDBConnection,
  sql: string,
  values: QueryValues = [],
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values)
  const raw = reader.getRowObjects()
  return reader.getRowObjectsJson().map((row, index) => withNumbers(row, raw[index])) as T[]
}

// The driver writes 64-bit integers as text in its JSON form.
function withNumbers(json: Row, raw: Row | undefined): Row {
  for (const key of Object.keys(json)) if (typeof raw?.[key] === 'bigint') json[key] = Number(raw[key])
  return json
}
