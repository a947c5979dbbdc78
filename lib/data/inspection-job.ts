import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

export const inspectionPayloadSchema = z.object({ uploadId: z.string() })
export type InspectionPayload = z.infer<typeof inspectionPayloadSchema>

/** Finds out what an uploaded file holds. Phases: unpacking, decoding, reading (bytes), profiling (columns). */
export const inspectionJob = defineJob<InspectionPayload>({
  kind: 'inspection',
  payload: inspectionPayloadSchema,
  load: async () => (await import('./run-inspection')).runInspection,
})
