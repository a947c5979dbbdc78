import 'server-only'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import { quoteText } from './sql'

export type WarehouseLimits = { memory: string; threads: number }

/**
 * Opens an in-memory DuckDB that can touch nothing but `dataDir`: no extensions, no other files, and no way to
 * change that afterwards. Spills to `dataDir`/tmp.
 */
export async function openWarehouse(dataDir: string, limits: WarehouseLimits): Promise<DuckDBInstance> {
  const spill = join(dataDir, 'tmp')
  await mkdir(spill, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory,
    threads: String(limits.threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
  })
  const connection = await instance.connect()
  await connection.run(`SET allowed_directories = [${quoteText(`${dataDir}/`)}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
  connection.closeSync()
  return instance
}

export type Row = Record<string, unknown>
/** For $1, $2 … or for $name. */
export type QueryValues = DuckDBValue[] | Record<string, DuckDBValue>

/** Runs a query on its own connection; rows as plain objects (bigint as number, decimals and dates as text). */
export async function queryRows<T extends Row = Row>(
  warehouse: DuckDBInstance,
  sql: string,
  values: QueryValues = [],
): Promise<T[]> {
  const connection = await warehouse.connect()
  try {
    return await queryConnection<T>(connection, sql, values)
  } finally {
    connection.closeSync()
  }
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
