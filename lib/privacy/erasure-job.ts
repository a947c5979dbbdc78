import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

/** `after`: jobs that ran while the person was erased, and may have brought them back into a result. */
export const erasurePayloadSchema = z.object({
  erasureId: z.string(),
  after: z.array(z.string()).default([]),
})
export type ErasurePayload = z.infer<typeof erasurePayloadSchema>

/** Takes one person out of everything. Phases: finding, erasing (batches), results, originals (files), writing. */
export const erasureJob = defineJob<ErasurePayload>({
  kind: 'erasure',
  payload: erasurePayloadSchema,
  load: async () => (await import('./erasure-run')).runErasure,
})
