import 'server-only'
import { claimJob, completeJob, endJob } from '@/lib/jobs/queue'
import { jobs } from '@/lib/jobs/registry'
import { describeFailure, isDiskFull } from '@/lib/server/failure'
import { AppError, type PublicError } from '@/lib/shared/errors'
import type { TestDatabase } from './test-databases'

export type JobRun = {
  jobId: string
  /** each phase once, in the order they began */
  phases: string[]
  /** why the job failed, as its user reads it; null when it completed */
  error: PublicError | null
}

/** Runs the oldest queued job as a worker would, but in this process, for tests. Unexpected errors are thrown, but for a full disk. */
export async function runNextJob({
  database,
  dataDir,
}: Pick<TestDatabase, 'database' | 'dataDir'>): Promise<JobRun> {
  const job = await claimJob(database, 'test', new Date())
  if (!job) throw new Error('No job is queued')
  const handle = await jobs.find(({ kind }) => kind === job.kind)?.load()
  if (!handle) throw new Error(`No job of kind ${job.kind}`)
  const phases: string[] = []
  try {
    await handle({
      jobId: job.id,
      workspaceId: job.workspaceId,
      payload: job.payload,
      database,
      dataDir,
      progress: ({ phase }) => void (phases.at(-1) !== phase && phases.push(phase)),
      commit: (write) => completeJob(database, job.id, 'test', write, new Date()),
    })
    return { jobId: job.id, phases, error: null }
  } catch (error) {
    if (!(error instanceof AppError || isDiskFull(error))) throw error
    const failure = describeFailure(error)
    await endJob(database, job.id, 'test', { status: 'failed', error: failure }, new Date())
    return { jobId: job.id, phases, error: failure }
  }
}
