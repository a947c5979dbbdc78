import { z } from 'zod'
import { featureResultSchema } from './feature-result-schema'

const boundsSchema = z.array(z.number().nullable())

/** Of segments made from recency, frequency and monetary scores. */
export const rfmResultSchema = z.object({
  /**
   * Per axis what a customer must reach for the scores from 2 on (see lib/rfm/scores.ts): recency in days, at most;
   * frequency in purchases and monetary in the brand's money, at least. null where nobody reaches the score.
   */
  bounds: z.object({ recency: boundsSchema, frequency: boundsSchema, monetary: boundsSchema }),
  /** per cell of the map, in its order */
  cells: z.array(z.object({ customers: z.number(), revenue: z.number() })),
  withoutPurchase: z.number(),
  /** what the segments are described by */
  features: z.array(featureResultSchema),
})
export type RfmResult = z.infer<typeof rfmResultSchema>
