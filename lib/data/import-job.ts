import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

export const importPayloadSchema = z.object({ importId: z.string() })
export type ImportPayload = z.infer<typeof importPayloadSchema>

/** Reads one uploaded file into the dataset. Phases: reading (bytes), writing. */
export const importJob = defineJob<ImportPayload>({
  kind: 'import',
  payload: importPayloadSchema,
  load: async () => (await import('./run-import')).runImport,
})
