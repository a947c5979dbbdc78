import { z } from 'zod'
import { rfmMapSchema } from '@/lib/rfm/rfm-map-schema'
import { ruleSchema } from '@/lib/rules/rule-schema'

export const maximumK = 12
export const mostFeatures = 60

export const transforms = ['none', 'log', 'winsorise'] as const
export const scales = ['z', 'robust'] as const
export const imputations = ['median', 'mean', 'zero'] as const

/** How a feature is made ready for distances; what is not given is chosen by the data. */
export const preparationSchema = z.object({
  transform: z.enum(transforms).optional(),
  scale: z.enum(scales).optional(),
  impute: z.enum(imputations).optional(),
  /** multiplies the scaled values: 2 makes a difference count twice */
  weight: z.number().min(0.1).max(10).optional(),
})
export type Preparation = z.infer<typeof preparationSchema>

const common = {
  name: z.string().trim().min(1).max(80),
  /** last day that counts, YYYY-MM-DD */
  asOf: z.iso.date(),
}

export const kmeansSettingsSchema = z.object({
  kind: z.literal('kmeans').default('kmeans'),
  ...common,
  features: z.array(z.string().max(400)).min(2).max(mostFeatures),
  k: z.union([z.literal('auto'), z.number().int().min(2).max(maximumK)]),
  preparation: z.record(z.string(), preparationSchema).default({}),
  /** the segmentation whose names and colours matching segments keep */
  similarTo: z.string().nullable().default(null),
})
export type KmeansSettings = z.infer<typeof kmeansSettingsSchema>

/** The customers as of another day, or after other imports, by the model of the segmentation `baseId`. */
export const scoredSettingsSchema = z.object({ kind: z.literal('scored'), ...common, baseId: z.string() })
export type ScoredSettings = z.infer<typeof scoredSettingsSchema>

export const rfmSettingsSchema = z.object({ kind: z.literal('rfm'), ...common, map: rfmMapSchema })
export type RfmSettings = z.infer<typeof rfmSettingsSchema>

export const ruleSettingsSchema = z.object({ kind: z.literal('rule'), ...common, rule: ruleSchema })
export type RuleSettings = z.infer<typeof ruleSettingsSchema>

/** The customers on whose lists by a recommender a product stands; with `most`, those it scores highest for. */
export const audienceSettingsSchema = z.object({
  kind: z.literal('audience'),
  ...common,
  recommenderId: z.string(),
  productId: z.string().max(400),
  /** what the product is called */
  product: z.string().max(400),
  most: z.number().int().min(1).nullable().default(null),
})
export type AudienceSettings = z.infer<typeof audienceSettingsSchema>

/** What a segmentation is made from; runs of before the other kinds are k-means. */
export const createSegmentationSchema = z.union([
  scoredSettingsSchema,
  rfmSettingsSchema,
  ruleSettingsSchema,
  audienceSettingsSchema,
  kmeansSettingsSchema,
])
export type SegmentationSettings = z.infer<typeof createSegmentationSchema>
/** The same as it comes in, with what may be left out. */
export type CreateSegmentation = z.input<typeof createSegmentationSchema>
