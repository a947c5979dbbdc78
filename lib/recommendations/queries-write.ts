import 'server-only'
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api'
import { publishParquet } from '@/lib/warehouse/publish'
import { quoteName } from '@/lib/warehouse/sql'

const chunkRows = 2048

type Cell = string | number | null

/** A temporary table that rows are added to one by one and that becomes a Parquet file. */
export async function createTable(
  connection: DuckDBConnection,
  name: string,
  columns: Readonly<Record<string, 'VARCHAR' | 'INTEGER' | 'DOUBLE'>>,
) {
  const names = Object.keys(columns)
  const typeOf: Record<string, DuckDBType> = { VARCHAR, INTEGER, DOUBLE }
  const types = Object.values(columns).map((type) => typeOf[type]!)
  const definition = Object.entries(columns).map(([column, type]) => `${quoteName(column)} ${type}`)
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${quoteName(name)} (${definition.join(', ')})`)
  const appender = await connection.createAppender(name)
  let buffer: Cell[][] = names.map(() => [])
  const flush = () => {
    if (buffer[0]!.length === 0) return
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns(buffer)
    appender.appendDataChunk(chunk)
    buffer = names.map(() => [])
  }
  return {
    add(row: readonly Cell[]) {
      row.forEach((cell, column) => {
        buffer[column]!.push(cell)
      })
      if (buffer[0]!.length === chunkRows) flush()
    },
    /** Writes the file, crash-safe. */
    async publish(path: string) {
      flush()
      appender.closeSync()
      await publishParquet(connection, `SELECT * FROM ${quoteName(name)}`, path)
      await connection.run(`DROP TABLE ${quoteName(name)}`)
    },
  }
}
