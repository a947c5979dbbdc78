import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

/** Computes every feature of every customer as of a day, and what they are like. */
export const snapshotJob = defineJob({
  kind: 'features',
  payload: z.object({ snapshotId: z.string() }),
  load: async () => (await import('./run-snapshot')).runSnapshot,
})
