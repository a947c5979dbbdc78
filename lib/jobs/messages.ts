import type { PublicError } from '@/lib/shared/errors'
import type { Progress } from './queue'

/** Worker to job process. */
export type StartMessage = { jobId: string; workerId: string }

/** Job process to worker. `lost`: the job was no longer this worker's when it wanted to commit. */
export type JobMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'completed' }
  | { type: 'lost' }
  | { type: 'failed'; error: PublicError }
