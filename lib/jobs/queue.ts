import 'server-only'
import type { InputJsonValue } from '@prisma/client/runtime/client'
import type { Job } from '@/lib/generated/sqlite/client'
import type { Database, Transaction } from '@/lib/server/database'
import type { PublicError } from '@/lib/shared/errors'

/** A worker must renew its claim within this time, or the job counts as crashed. */
export const leaseMilliseconds = 60_000

export type NewJob = {
  workspaceId: string
  kind: string
  payload: InputJsonValue
  createdBy?: string
}

export function enqueueJob(database: Pick<Database, 'job'>, job: NewJob): Promise<Job> {
  return database.job.create({ data: job })
}

const lease = (now: Date) => new Date(now.getTime() + leaseMilliseconds)

/** Claims the oldest queued job by a conditional update, so that only one worker gets it; null when there is none. */
export async function claimJob(database: Database, workerId: string, now: Date): Promise<Job | null> {
  for (;;) {
    const next = await database.job.findFirst({ where: { status: 'queued' }, orderBy: { createdAt: 'asc' } })
    if (!next) return null
    const { count } = await database.job.updateMany({
      where: { id: next.id, status: 'queued' },
      data: {
        status: 'running',
        workerId,
        leaseUntil: lease(now),
        startedAt: next.startedAt ?? now,
        attempts: { increment: 1 },
      },
    })
    if (count === 1) return database.job.findUniqueOrThrow({ where: { id: next.id } })
  }
}

/** `rows`: how many rows that is, where `done` counts something else. */
export type Progress = { phase: string; done: number; total: number | null; rows?: number | null }
export type Renewal = 'kept' | 'cancel' | 'lost'

/** Renews the claim and stores progress. 'cancel': the user asked to stop; 'lost': the job is no longer this worker's. */
export async function renewJob(
  database: Database,
  jobId: string,
  workerId: string,
  progress: Progress | null,
  now: Date,
): Promise<Renewal> {
  const { count } = await database.job.updateMany({
    where: { id: jobId, workerId, status: 'running' },
    data: { leaseUntil: lease(now), ...(progress ?? {}) },
  })
  if (count === 0) return 'lost'
  const job = await database.job.findUnique({ where: { id: jobId }, select: { cancelRequested: true } })
  return job?.cancelRequested ? 'cancel' : 'kept'
}

/**
 * Completes a job together with what `write` stores: both or neither. Throws JobLostError when the job is no longer
 * this worker's, or its user asked to stop.
 */
export async function completeJob(
  database: Database,
  jobId: string,
  workerId: string,
  write: (transaction: Transaction) => Promise<void>,
  now: Date,
): Promise<void> {
  await database.$transaction(
    async (transaction) => {
      const { count } = await transaction.job.updateMany({
        where: { id: jobId, workerId, status: 'running', cancelRequested: false },
        data: { status: 'completed', finishedAt: now, leaseUntil: null },
      })
      if (count === 0) throw new JobLostError()
      await write(transaction)
    },
    { maxWait: 30_000, timeout: 30_000 },
  )
}

export class JobLostError extends Error {
  constructor() {
    super('The job is no longer this worker’s to complete')
    this.name = 'JobLostError'
  }
}

export type Ending = { status: 'cancelled' } | { status: 'failed'; error: PublicError }

/** Ends a job this worker holds without a result; returns false when the claim was lost or the job completed meanwhile. */
export async function endJob(
  database: Database,
  jobId: string,
  workerId: string,
  ending: Ending,
  now: Date,
): Promise<boolean> {
  const error =
    ending.status === 'failed' ? { errorCode: ending.error.code, errorParams: ending.error.params } : {}
  const { count } = await database.job.updateMany({
    where: { id: jobId, workerId, status: 'running' },
    data: { status: ending.status, finishedAt: now, leaseUntil: null, ...error },
  })
  return count === 1
}

/** Puts a job back into the queue because its worker shuts down in good order: no attempt is counted. */
export async function releaseJob(database: Database, jobId: string, workerId: string): Promise<void> {
  await database.job.updateMany({
    where: { id: jobId, workerId, status: 'running' },
    data: { status: 'queued', workerId: null, leaseUntil: null, attempts: { decrement: 1 }, ...noProgress },
  })
}

const noProgress = { phase: null, done: 0, total: null, rows: null }

/** Gives a job whose process crashed back to the queue, or fails it once its attempts are used up. */
export async function recoverJob(database: Database, job: Job, now: Date): Promise<void> {
  const held = { id: job.id, status: 'running' as const, workerId: job.workerId, attempts: job.attempts }
  const spent = job.attempts >= job.maxAttempts
  const data = job.cancelRequested
    ? { status: 'cancelled' as const, finishedAt: now }
    : spent
      ? {
          status: 'failed' as const,
          finishedAt: now,
          errorCode: 'jobCrashed',
          errorParams: { attempts: job.attempts },
        }
      : { status: 'queued' as const, ...noProgress }
  await database.job.updateMany({ where: held, data: { ...data, workerId: null, leaseUntil: null } })
}

/** Recovers every job whose worker has not renewed its claim in time; returns how many there were. */
export async function recoverExpiredJobs(database: Database, now: Date): Promise<number> {
  const expired = await database.job.findMany({ where: { status: 'running', leaseUntil: { lt: now } } })
  for (const job of expired) await recoverJob(database, job, now)
  return expired.length
}

/** Recovers the jobs of a worker that is known to have died. What is left of its job process cannot complete them any more. */
export async function recoverWorkerJobs(database: Database, workerId: string, now: Date): Promise<void> {
  const held = await database.job.findMany({ where: { status: 'running', workerId } })
  for (const job of held) await recoverJob(database, job, now)
}

/** Asks for a stop: a queued job ends at once, a running one as soon as its worker sees the request. */
export async function requestCancel(
  database: Database,
  workspaceId: string,
  jobId: string,
  now: Date,
): Promise<void> {
  const { count } = await database.job.updateMany({
    where: { id: jobId, workspaceId, status: 'queued' },
    data: { status: 'cancelled', cancelRequested: true, finishedAt: now },
  })
  if (count === 1) return
  await database.job.updateMany({
    where: { id: jobId, workspaceId, status: 'running' },
    data: { cancelRequested: true },
  })
}
