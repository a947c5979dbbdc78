import 'server-only'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../server/database'
import { readEnv } from '../server/env'
import { applyMigrations } from '../server/migrate'

export type TestDatabase = {
  database: Database
  databaseUrl: string
  dataDir: string
  close: () => Promise<void>
}

/** The databases that this run can test on: SQLite always, PostgreSQL where the test command started one. */
export const testProviders = process.env.TEST_POSTGRES_URL
  ? (['sqlite', 'postgresql'] as const)
  : (['sqlite'] as const)

/** An empty database on the server of `base`; returns its address. */
export async function createPostgresDatabase(base: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: base })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return Object.assign(new URL(base), { pathname: `/${name}` }).href
}

/** A migrated, empty database of its own with a temporary data folder. */
export async function openTestDatabase(provider: 'sqlite' | 'postgresql'): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'personae-test-'))
  const base = process.env.TEST_POSTGRES_URL ?? ''
  const DATABASE_URL = provider === 'postgresql' ? await createPostgresDatabase(base) : undefined
  const env = readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DATABASE_URL })
  await applyMigrations(env)
  const database = await openDatabase(env)
  const close = async () => {
    await database.$disconnect()
    await rm(dataDir, { recursive: true })
  }
  return { database, databaseUrl: env.databaseUrl, dataDir, close }
}
