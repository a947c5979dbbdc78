import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

/** `commit`: the import counts once it is read; otherwise it waits to be confirmed. */
export const importPayloadSchema = z.object({ importId: z.string(), commit: z.boolean().default(true) })
export type ImportPayload = z.infer<typeof importPayloadSchema>

/** Reads one uploaded file into staged Parquet files. Phases: reading (bytes), writing (rows), comparing. */
export const importJob = defineJob<ImportPayload>({
  kind: 'import',
  payload: importPayloadSchema,
  load: async () => (await import('./run-import')).runImport,
})
