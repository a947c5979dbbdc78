import 'server-only'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { QueryValues } from './duckdb'
import { quoteText } from './sql'

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a finished temporary file visible under its final name so that a crash leaves all of it or none. */
export async function publishFile(temporary: string, final: string): Promise<void> {
  await syncPath(temporary)
  await rename(temporary, final)
  await syncPath(dirname(final))
}

// What is read most counts most: figures are in bench/import.md. Dictionaries of many values (ids) take most of the time
// of writing and make the file larger.
const parquetOptions = 'FORMAT parquet, PARQUET_VERSION v2, COMPRESSION lz4_raw, DICTIONARY_SIZE_LIMIT 5000'

/**
 * Writes the rows of `select` as one Parquet file at `final`, crash-safe; returns the file's bytes. Where their order
 * says nothing (`ordered` false), several threads need not wait for each other.
 */
export async function publishParquet(
  connection: DuckDBConnection,
  select: string,
  final: string,
  values: QueryValues = [],
  ordered = true,
): Promise<number> {
  await mkdir(dirname(final), { recursive: true })
  const temporary = join(dirname(final), `.${basename(final)}.part`)
  try {
    const options = `${parquetOptions}, PRESERVE_ORDER ${ordered}`
    await connection.run(`COPY (${select}) TO ${quoteText(temporary)} (${options})`, values)
    await publishFile(temporary, final)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return (await stat(final)).size
}
