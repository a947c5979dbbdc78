import 'server-only'
import { access, constants, statfs } from 'node:fs/promises'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryRows } from '@/lib/warehouse/duckdb'
import type { Database } from './database'
import { heartbeatMilliseconds, readHeartbeat } from './heartbeat'

const patienceMilliseconds = 2000
/** bytes; with less an import is likely to fail */
const lowDisk = 500_000_000
/** bytes; with less nothing can be written */
const fullDisk = 1_000_000
const silentWorkerMilliseconds = 6 * heartbeatMilliseconds

type Check = { ok: boolean; milliseconds: number }
export type Health = {
  /** degraded: pages are served, but imports and analyses wait or are about to fail. down: no page can be. */
  status: 'up' | 'degraded' | 'down'
  checks: {
    database: Check
    warehouse: Check
    dataDir: { ok: boolean; freeBytes: number | null }
    /** since a worker was last alive; null when none ever was */
    worker: { ok: boolean; heartbeatMilliseconds: number | null }
  }
}
export type HealthSources = {
  database: () => Promise<Database>
  warehouse: () => Promise<DuckDBInstance>
  dataDir: string
}

/** Whether something is done without an error and in time. */
async function check(run: () => Promise<unknown>): Promise<Check> {
  const started = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMilliseconds)
  })
  const done = run().then(
    () => true,
    () => false,
  )
  const ok = await Promise.race([done, late])
  clearTimeout(timer)
  return { ok, milliseconds: Math.round(performance.now() - started) }
}

async function checkDataDir(dataDir: string): Promise<Health['checks']['dataDir']> {
  const freeBytes = await readFreeBytes(dataDir)
  const writable = await access(dataDir, constants.W_OK).then(
    () => true,
    () => false,
  )
  return { ok: writable && freeBytes !== null && freeBytes >= fullDisk, freeBytes }
}

/** What the product may still write where its data lies; null when that cannot be read. */
export async function readFreeBytes(dataDir: string): Promise<number | null> {
  const disk = await statfs(dataDir).catch(() => null)
  return disk && disk.bavail * disk.bsize
}

/** Looks at everything that the product stands on. */
export async function checkHealth(sources: HealthSources, now: Date): Promise<Health> {
  const [database, warehouse, dataDir, silence] = await Promise.all([
    check(async () => (await sources.database()).$queryRaw`SELECT 1`),
    check(async () => queryRows(await sources.warehouse(), 'SELECT 1')),
    checkDataDir(sources.dataDir),
    readHeartbeat(sources.dataDir, now),
  ])
  const worker = {
    ok: silence !== null && silence < silentWorkerMilliseconds,
    heartbeatMilliseconds: silence,
  }
  const serves = database.ok && warehouse.ok && dataDir.ok
  const works = worker.ok && (dataDir.freeBytes ?? 0) >= lowDisk
  return {
    status: serves ? (works ? 'up' : 'degraded') : 'down',
    checks: { database, warehouse, dataDir, worker },
  }
}
