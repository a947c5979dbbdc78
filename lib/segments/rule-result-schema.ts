import { z } from 'zod'
import { featureResultSchema } from './feature-result-schema'

/** Of a segment made by a rule. */
export const ruleResultSchema = z.object({
  /** customers with a purchase by the as-of date, in the segment or not */
  population: z.number(),
  withoutPurchase: z.number(),
  /** what the segments are described by */
  features: z.array(featureResultSchema),
})
export type RuleResult = z.infer<typeof ruleResultSchema>
