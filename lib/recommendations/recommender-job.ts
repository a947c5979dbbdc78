import { z } from 'zod'
import { defineJob } from '@/lib/jobs/definition'

/** Trains one recommender on the data as it stands when the job runs. */
export const recommenderJob = defineJob({
  kind: 'recommender',
  payload: z.object({ recommenderId: z.string() }),
  load: async () => (await import('./run-recommender')).runRecommender,
})
