import 'server-only'
import { mkdir } from 'node:fs/promises'
import { readEnv } from './env'
import { listMigrations, noFilters, openSchemaEngine } from './schema-engine'

/** Brings the database to the committed schema; returns the names of the migrations applied now. */
export async function applyMigrations(env = readEnv()): Promise<string[]> {
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
  const engine = await openSchemaEngine(env.provider, env.databaseUrl)
  try {
    const migrationsList = await listMigrations(env.provider)
    return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames
  } finally {
    engine.free()
  }
}
