import 'server-only'
import { PrismaClient as PostgresClient } from '@/lib/generated/postgresql/client'
import { PrismaClient } from '@/lib/generated/sqlite/client'
import { readEnv } from './env'
import { createAdapter } from './schema-engine'

export type Database = PrismaClient
export type Transaction = Omit<Database, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

// Others may hold the write lock for a while, or many wait for it; the defaults (2 and 5 s) would give up on that.
const transactionOptions = { maxWait: 30_000, timeout: 30_000 }

/** Opens the application's database; SQLite is set to write-ahead logging (kept in the file; FULL synchronisation is its default). */
export async function openDatabase(env = readEnv()): Promise<Database> {
  const adapter = createAdapter(env.provider, env.databaseUrl)
  // Both clients are generated from the same models: their types differ in name only.
  if (env.provider === 'postgresql')
    return new PostgresClient({ adapter, transactionOptions }) as unknown as Database
  const database = new PrismaClient({ adapter, transactionOptions })
  await database.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  return database
}

const shared = globalThis as { personaeDatabase?: Promise<Database> }

/** The process's one database connection; survives hot reloads in development. */
export function getDatabase(): Promise<Database> {
  shared.personaeDatabase ??= openDatabase().catch((error) => {
    // What failed once (a full disk, say) is tried again.
    shared.personaeDatabase = undefined
    throw error
  })
  return shared.personaeDatabase
}
