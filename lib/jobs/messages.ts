import type { PublicError } from '@/lib/shared/errors'
import type { Progress } from './queue'

/** Worker to job process. */
export type StartMessage = { jobId: string; workerId: string }

/** How a job went, and the memory its process holds now. `lost`: it was no longer this worker's at the commit. */
export type EndMessage = { memory: number } & (
  | { type: 'completed' }
  | { type: 'lost' }
  | { type: 'failed'; error: PublicError }
)

/** Job process to worker. */
export type JobMessage = { type: 'progress'; progress: Progress } | EndMessage
