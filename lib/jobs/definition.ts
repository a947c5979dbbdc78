import type { z } from 'zod'
import type { Database, Transaction } from '@/lib/server/database'
import type { Progress } from './queue'

export type JobContext<Payload> = {
  jobId: string
  workspaceId: string
  payload: Payload
  database: Database
  dataDir: string
  /** Reports real counts; cheap, may be called often. */
  progress: (progress: Progress) => void
  /**
   * Ends the job: `write` runs in the transaction that marks it completed, so results become visible with that mark
   * or not at all. Rejects when the job is no longer this process's to complete (cancelled, or its lease expired).
   */
  commit: (write: (transaction: Transaction) => Promise<void>) => Promise<void>
}

/**
 * A kind of background work: what it takes, and where its handler is. The handler runs in a process of its own that
 * may be killed at any moment and started again: it publishes whole files under new names, and ends with one `commit`.
 */
export type JobDefinition<Payload> = {
  kind: string
  payload: z.ZodType<Payload>
  load: () => Promise<(context: JobContext<Payload>) => Promise<void>>
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition
}
