import 'server-only'
import { mkdir } from 'node:fs/promises'
import { readEnv } from './env'
import { listMigrations, noFilters, openSchemaEngine } from './schema-engine'

/** Another server has the lock: it brings the database up to date at this moment. */
const lockedCode = 'P1002'
/** each of some ten seconds */
const mostWaits = 60

/** Brings the database to the committed schema; returns the names of the migrations applied now. */
export async function applyMigrations(env = readEnv()): Promise<string[]> {
  await mkdir(env.dataDir, { recursive: true, mode: 0o700 })
  const migrationsList = await listMigrations(env.provider)
  for (let waits = 0; ; waits++) {
    const { engine, close } = await openSchemaEngine(env.provider, env.databaseUrl)
    try {
      return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames
    } catch (error) {
      const locked = error instanceof Error && 'code' in error && error.code === lockedCode
      if (!locked || waits === mostWaits) throw error
    } finally {
      await close()
    }
  }
}
