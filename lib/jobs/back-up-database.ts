import 'server-only'
import { spawn } from 'node:child_process'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { openDatabase, type Transaction } from '@/lib/server/database'
import { type Provider, readEnv } from '@/lib/server/env'
import { quoteText } from '@/lib/warehouse/sql'
import { type DataFolder, listNamedFiles } from './named-files'

type Env = { provider: Provider; databaseUrl: string }
/** The files that a copy of the database names, and those of them that must be there. */
export type CopiedNames = { named: Record<DataFolder, Set<string>>; needed: string[] }

const longestDumpMilliseconds = 6 * 3_600_000

async function listNames(database: Transaction): Promise<CopiedNames> {
  const named = await listNamedFiles(database)
  const uploads = await database.upload.findMany({ where: { removedAt: null } })
  const needed = [
    ...[...named.warehouse].map((file) => join('warehouse', file)),
    ...uploads.map(({ id }) => join('uploads', `${id}.csv`)),
    ...uploads.flatMap(({ textFile }) => (textFile ? [join('texts', textFile)] : [])),
  ]
  return { named, needed }
}

async function copySqlite(databaseUrl: string, folder: string): Promise<CopiedNames> {
  const path = join(folder, 'personae.db')
  await rm(path, { force: true })
  const client = createClient({ url: databaseUrl, timeout: 30_000 })
  try {
    await client.execute(`VACUUM INTO ${quoteText(path)}`)
  } finally {
    client.close()
  }
  // Opening a database leaves files beside it, for a while: a copy of the copy is read.
  const scratch = join(folder, 'reading')
  await mkdir(scratch)
  await copyFile(path, join(scratch, 'personae.db'))
  const copy = await openDatabase(readEnv({ NODE_ENV: 'production', DATA_DIR: scratch }))
  try {
    const [found] = await copy.$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check')
    if (found?.integrity_check !== 'ok') throw new Error('The copy of the database is damaged')
    return await listNames(copy)
  } finally {
    await copy.$disconnect()
    await rm(scratch, { recursive: true })
  }
}

/** Runs pg_dump; the password goes by the environment, which other users of the machine cannot read. */
function dump(databaseUrl: string, snapshot: string, path: string): Promise<void> {
  const url = new URL(databaseUrl)
  const password = decodeURIComponent(url.password)
  url.password = ''
  // Prisma's own parameter, which PostgreSQL's programs refuse.
  url.searchParams.delete('schema')
  const args = ['--format=custom', `--snapshot=${snapshot}`, `--file=${path}`, `--dbname=${url.href}`]
  const env = { ...process.env, ...(password ? { PGPASSWORD: password } : {}) }
  return new Promise((resolve, reject) => {
    const child = spawn('pg_dump', args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () =>
      reject(
        new Error(
          'pg_dump cannot be started. Install the client programs of PostgreSQL (Debian: apt-get install postgresql-client).',
        ),
      ),
    )
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`pg_dump ended with code ${code}`)),
    )
  })
}

async function copyPostgres(env: Env, folder: string): Promise<CopiedNames> {
  const database = await openDatabase({ ...readEnv(), ...env })
  try {
    // The dump and the names are of the same moment.
    return await database.$transaction(
      async (transaction) => {
        const [exported] = await transaction.$queryRawUnsafe<{ id: string }[]>(
          'SELECT pg_export_snapshot() AS id',
        )
        await dump(env.databaseUrl, exported?.id ?? '', join(folder, 'personae.dump'))
        return listNames(transaction)
      },
      { isolationLevel: 'Serializable', timeout: longestDumpMilliseconds },
    )
  } finally {
    await database.$disconnect()
  }
}

/** Copies the database of a running installation as of one moment: personae.db, or personae.dump of PostgreSQL. */
export function copyDatabase(env: Env, folder: string): Promise<CopiedNames> {
  return env.provider === 'sqlite' ? copySqlite(env.databaseUrl, folder) : copyPostgres(env, folder)
}
