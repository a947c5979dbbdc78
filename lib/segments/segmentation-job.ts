import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

/** Computes one segmentation from the data as it stands when the job runs. */
export const segmentationJob = defineJob({
  kind: 'segmentation',
  payload: z.object({ segmentationId: z.string() }),
  load: async () => (await import('./run-segmentation')).runSegmentation,
})
