import { z } from 'zod'
import { featureResultSchema } from './feature-result-schema'
import type { RfmResult } from './rfm-result-schema'
import type { RuleResult } from './rule-result-schema'
import {
  type AudienceSettings,
  imputations,
  type KmeansSettings,
  type RfmSettings,
  type RuleSettings,
  type ScoredSettings,
  scales,
  transforms,
} from './settings-schema'

/** A persona as a user wrote it; an empty text or list keeps the computed one. */
export const personaSchema = z.object({
  summary: z.string().trim().max(600),
  actions: z.array(z.string().trim().min(1).max(300)).max(5),
})
export type Persona = z.infer<typeof personaSchema>
export const savePersonaSchema = z.object({ segmentId: z.string(), persona: personaSchema })

export const renameSegmentSchema = z.object({ segmentId: z.string(), name: z.string().trim().max(60) })

export const evidenceSchema = z.object({
  k: z.number(),
  silhouette: z.number(),
  calinskiHarabasz: z.number(),
  daviesBouldin: z.number(),
  inertia: z.number(),
  /** mean bootstrap stability of its clusters; null where it was not measured */
  stability: z.number().nullable().default(null),
  /** whether the inertia bends here */
  elbow: z.boolean().default(false),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** See PreparedColumn in lib/clustering/prepare.ts. */
const preparedColumnSchema = z.object({
  transform: z.enum(transforms),
  scale: z.enum(scales),
  impute: z.enum(imputations),
  weight: z.number(),
  missing: z.number(),
  fill: z.number(),
  mean: z.number(),
  median: z.number(),
  sd: z.number(),
  limits: z.tuple([z.number(), z.number()]).nullable(),
  scaleMean: z.number(),
  scaleSd: z.number(),
})

const modelSchema = z.object({
  features: z.array(z.string()),
  /** one per feature */
  records: z.array(preparedColumnSchema),
  /** k × features, row-major, on the prepared values */
  centroids: z.array(z.number()),
  /** mean of the prepared values, and the two axes of the map: 2 × features, row-major */
  mean: z.array(z.number()),
  axes: z.array(z.number()),
})
export type SegmentationModel = z.infer<typeof modelSchema>

export const resultSchema = z.object({
  k: z.number(),
  chosen: z.enum(['auto', 'hand']),
  features: z.array(featureResultSchema),
  /** k = 2 … 8 for an automatic run, the one k otherwise */
  evidence: z.array(evidenceSchema),
  /** customers the silhouette was computed on; all of them when equal to `customers` */
  silhouetteSample: z.number(),
  /** per segment, the mean Jaccard similarity with its likeness in bootstrap draws; empty where not measured */
  stability: z.array(z.number().nullable()).default([]),
  /** customers that the draws were made from */
  stabilitySample: z.number().default(0),
  /** why the k of an automatic run; see KReasonDetail in lib/clustering/recommend-k.ts */
  reasons: z.array(z.object({ code: z.string(), figures: z.record(z.string(), z.number()) })).default([]),
  /** false: no k separates the customers better than customers without groups; null where that was not asked */
  naturalGroups: z.boolean().nullable().default(null),
  inertia: z.number(),
  iterations: z.number(),
  converged: z.boolean(),
  seed: z.number(),
  pca: z.object({
    /** share of variance of the first two axes */
    explained: z.array(z.number()),
    /** per axis, the features with the strongest weights, strongest first */
    axes: z.array(z.array(z.object({ feature: z.string(), weight: z.number() }))),
  }),
  /** customers of the dataset without a purchase by the as-of date: not in the run */
  withoutPurchase: z.number(),
  /** what puts other customers into these segments; null for runs of before it was kept */
  model: modelSchema.nullable().default(null),
})
export type SegmentationResult = z.infer<typeof resultSchema>

/** What sets a segment apart: z = (segment mean − overall mean) ÷ overall sd, on the prepared values. */
export const traitSchema = z.object({ feature: z.string(), z: z.number() })
export type Trait = z.infer<typeof traitSchema>

/** `name` is a key under `segments.names`; `trait` tells two segments of the same name apart. */
export const suggestionSchema = z.object({
  name: z.string(),
  trait: traitSchema.nullable(),
  traits: z.array(traitSchema),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const profileSchema = z.object({
  features: z.array(
    z.object({
      id: z.string(),
      /** raw; null when nobody in the segment has a value */
      mean: z.number().nullable(),
      median: z.number().nullable(),
      z: z.number(),
    }),
  ),
  silhouette: z.number().nullable(),
  /** mean position on the map; null without one */
  centre: z.tuple([z.number(), z.number()]).nullable(),
})
export type Profile = z.infer<typeof profileSchema>

export type SegmentView = {
  id: string
  position: number
  /** index of its series colour */
  color: number
  /** the user's own name, else null: word the suggestion */
  name: string | null
  /** the user's own words; what is empty is worded from the insights */
  persona: Persona
  suggestion: Suggestion
  size: number
  revenue: number
  profile: Profile
  /** where its people are too few to be described: the workspace's threshold; its profile and traits are empty then */
  hiddenUnder: number | null
}

export type SegmentationSummary = {
  id: string
  jobId: string
  kind: 'kmeans' | 'scored' | 'rfm' | 'rule' | 'audience'
  name: string
  asOf: string
  state: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  error: { code: string; params: Record<string, string | number> } | null
  k: number | null
  customers: number | null
  createdAt: string
}
/** A run that has not ended, or ended without a result. */
export type PendingSegmentation = SegmentationSummary & {
  state: Exclude<SegmentationSummary['state'], 'completed'>
}
type Completed<Kind extends SegmentationSummary['kind'], Settings, Result> = SegmentationSummary & {
  state: 'completed'
  kind: Kind
  settings: Settings
  revenue: number
  result: Result
  segments: SegmentView[]
}
export type KmeansView = Completed<'kmeans' | 'scored', KmeansSettings | ScoredSettings, SegmentationResult>
export type RfmView = Completed<'rfm', RfmSettings, RfmResult>
export type RuleView = Completed<'rule', RuleSettings, RuleResult>
export type AudienceView = Completed<'audience', AudienceSettings, RuleResult>
export type SegmentationView = KmeansView | RfmView | RuleView | AudienceView

/** Columns of points, all of one length; x and y on the first two principal components. */
export type MapPoints = { total: number; ids: string[]; x: number[]; y: number[]; segment: number[] }

/** What the form for a new segmentation offers. */
export type SegmentationOptions = {
  available: string[]
  missing: { feature: string; needs: { table: string; column: string }[] }[]
  /** first and last day with a purchase of a named customer, YYYY-MM-DD */
  firstDate: string
  lastDate: string
}

/** Customers of each segment in common bins; quantiles are null where nobody in the segment has a value. */
export type Distribution = {
  feature: string
  edges: number[]
  segments: {
    position: number
    counts: number[]
    p5: number | null
    p25: number | null
    median: number | null
    p75: number | null
    p95: number | null
    missing: number
  }[]
}

export const peopleSorts = ['customer', 'revenue', 'purchases', 'lastPurchase', 'distance'] as const
export const peopleQuerySchema = z.object({
  search: z.string().trim().max(100).default(''),
  sort: z.enum(peopleSorts).default('revenue'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
})
export type PeopleQuery = z.infer<typeof peopleQuerySchema>

export type Person = {
  customerId: string
  name: string | null
  email: string | null
  city: string | null
  country: string | null
  /** null = not known */
  consent: boolean | null
  purchases: number
  revenue: number
  lastPurchase: string
  /** to the segment's centre, in standard deviations; null where segments have none */
  distance: number | null
}
export type PeoplePage = { total: number; rows: Person[] }
