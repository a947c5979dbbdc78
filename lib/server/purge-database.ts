import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from './database'

const tries = 20
const pauseMilliseconds = 100

async function isSqlite(database: Database): Promise<boolean> {
  return database.$queryRawUnsafe('SELECT sqlite_version()').then(
    () => true,
    () => false,
  )
}

/**
 * Leaves nothing of deleted and replaced rows in the database's files. SQLite is written anew without its free pages and
 * its log emptied, which waits for a moment without readers; PostgreSQL frees what no transaction sees any more. Returns
 * false when that moment did not come: it must be tried again.
 */
export async function purgeDatabase(database: Database): Promise<boolean> {
  if (!(await isSqlite(database))) {
    await database.$executeRawUnsafe('VACUUM')
    return true
  }
  await database.$executeRawUnsafe('VACUUM')
  for (let left = tries; left > 0; left--) {
    const [answer] = await database.$queryRawUnsafe<{ busy: number | bigint }[]>(
      'PRAGMA wal_checkpoint(TRUNCATE)',
    )
    if (Number(answer?.busy) === 0) return true
    await sleep(pauseMilliseconds)
  }
  return false
}
