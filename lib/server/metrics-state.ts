import 'server-only'
import type { Database } from './database'
import { readFreeBytes } from './health'
import { readHeartbeat } from './heartbeat'
import type { Metrics } from './metrics'

const mostEnded = 10_000

/** Jobs that ended since the last call (after `since` the first time), each counted once. */
async function observeEnded(database: Database, { jobDuration }: Metrics, since: Date): Promise<Date> {
  const ended = await database.job.findMany({
    where: { finishedAt: { gt: since }, startedAt: { not: null } },
    orderBy: { finishedAt: 'asc' },
    take: mostEnded,
    select: { kind: true, status: true, startedAt: true, finishedAt: true },
  })
  for (const { kind, status, startedAt, finishedAt } of ended) {
    const seconds = (Number(finishedAt) - Number(startedAt)) / 1000
    jobDuration.observe({ kind, status }, Math.max(0, seconds))
  }
  return ended.at(-1)?.finishedAt ?? since
}

/** Figures of what all processes share: the queue, rows in and out, the disk. `since`: see observeEnded; returns the next. */
export async function collectState(
  database: Database,
  dataDir: string,
  metrics: Metrics,
  { since, now }: { since: Date; now: Date },
): Promise<Date> {
  const [jobs, oldest, imports, exports, free, silence] = await Promise.all([
    database.job.groupBy({ by: ['kind', 'status'], _count: true }),
    database.job.findFirst({
      where: { status: 'queued' },
      orderBy: { createdAt: 'asc' },
      select: { createdAt: true },
    }),
    database.import.aggregate({
      where: { stage: 'imported' },
      _sum: { rowsCreated: true, rowsUpdated: true, rowsUnchanged: true, rowsRejected: true },
    }),
    database.export.groupBy({ by: ['outcome'], _sum: { rows: true } }),
    readFreeBytes(dataDir),
    readHeartbeat(dataDir, now),
  ])
  metrics.jobs.reset()
  let queued = 0
  for (const { kind, status, _count } of jobs) {
    metrics.jobs.set({ kind, status }, _count)
    if (status === 'queued') queued += _count
  }
  metrics.queueLength.set(queued)
  metrics.queueAge.set(oldest ? Math.max(0, now.getTime() - oldest.createdAt.getTime()) / 1000 : 0)
  for (const [name, rows] of Object.entries(imports._sum))
    metrics.importRows.set({ outcome: name.replace('rows', '').toLowerCase() }, rows ?? 0)
  metrics.exportRows.reset()
  for (const { outcome, _sum } of exports) metrics.exportRows.set({ outcome }, _sum.rows ?? 0)
  if (free !== null) metrics.diskFree.set(free)
  metrics.workerAge.set(silence === null ? Number.NaN : silence / 1000)
  return observeEnded(database, metrics, since)
}
