import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { readEnv } from './env'

const shared = globalThis as { personaeWarehouse?: Promise<DuckDBInstance> }

/** The process's one DuckDB, locked to the data folder; survives hot reloads in development. */
export function getWarehouse(): Promise<DuckDBInstance> {
  shared.personaeWarehouse ??= openWarehouse(readEnv().dataDir, { memory: '700MB', threads: 2 }).catch(
    (error) => {
      // What failed once (a full disk, say) is tried again.
      shared.personaeWarehouse = undefined
      throw error
    },
  )
  return shared.personaeWarehouse
}
