import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

/** `at`: the moment that ages are counted from. */
export const retentionPayloadSchema = z.object({ at: z.iso.datetime() })
export type RetentionPayload = z.infer<typeof retentionPayloadSchema>

/** Takes out what is older than a workspace keeps it. Phases: finding, erasing (batches), writing. */
export const retentionJob = defineJob<RetentionPayload>({
  kind: 'retention',
  payload: retentionPayloadSchema,
  load: async () => (await import('./retention-run')).runRetention,
})
