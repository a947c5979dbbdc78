import { z } from 'zod'
import { imputations, scales, transforms } from './settings-schema'

/** How a feature was prepared and what it is over all customers of a run. */
export const featureResultSchema = z.object({
  id: z.string(),
  transform: z.enum(transforms),
  scale: z.enum(scales).default('z'),
  impute: z.enum(imputations).default('median'),
  weight: z.number().default(1),
  /** customers without a value, and the value (raw) that stands in for it */
  missing: z.number(),
  fill: z.number(),
  /** over all customers in the run, raw values */
  mean: z.number(),
  median: z.number(),
  sd: z.number(),
})
export type FeatureResult = z.infer<typeof featureResultSchema>
