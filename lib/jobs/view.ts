import type { Job } from '@/lib/generated/sqlite/client'
import type { ErrorParams, PublicError } from '@/lib/shared/errors'
import type { JobView } from './schema'

/** Why a job failed, as stored for its user; null when it did not. */
export function readJobError(job: Pick<Job, 'errorCode' | 'errorParams'>): PublicError | null {
  return job.errorCode ? { code: job.errorCode, params: (job.errorParams ?? {}) as ErrorParams } : null
}

export function viewJob(job: Job): JobView {
  const { id, kind, status: state, phase, done, total, rows } = job
  return { id, kind, state, phase, done, total, rows, error: readJobError(job) }
}
