import { z } from 'zod'

/** A segment's mean of one feature against everybody else's. */
const contrastSchema = z.object({
  feature: z.string(),
  /** Hedges' g: difference of the means ÷ pooled standard deviation, corrected for small groups, with its 95 % interval */
  effect: z.number(),
  low: z.number(),
  high: z.number(),
  /** of Welch's t test, and after Benjamini and Hochberg over all tests of the run */
  p: z.number(),
  adjusted: z.number(),
  /** raw means */
  inside: z.number(),
  outside: z.number(),
})

/** A category, brand or product that a segment buys more or less of than everybody. */
const liftSchema = z.object({
  /** product id, category or brand as in the data */
  id: z.string(),
  /** product title; of a category path the shortest end that is unique */
  label: z.string(),
  /** customers of the segment who bought it */
  customers: z.number(),
  /** share of the segment's customers, and of everybody (the segment too) who bought it */
  share: z.number(),
  baseline: z.number(),
  /** share ÷ baseline, with its 95 % interval (see lib/statistics/lift.ts) */
  lift: z.number(),
  low: z.number(),
  high: z.number(),
})

const placeSchema = z.object({ value: z.string(), share: z.number() })

/** What a group of customers is like in a few figures. */
const figuresSchema = z.object({
  revenueShare: z.number(),
  customerShare: z.number(),
  /** means over its customers */
  revenuePerCustomer: z.number(),
  purchasesPerCustomer: z.number(),
  /** sales ÷ purchases */
  orderValue: z.number(),
  /** share of its customers with a single purchase */
  onceShare: z.number(),
  /** medians, in days; the gap (mean days between a customer's purchases) is null where nobody bought twice */
  recency: z.number(),
  gap: z.number().nullable(),
  /** discounts ÷ (sales + discounts); null where the data holds no discounts */
  discountShare: z.number().nullable(),
  /** returns ÷ sales */
  returnShare: z.number(),
  /** share of its customers who consented, of those whose consent is known */
  consentShare: z.number().nullable(),
  medianAge: z.number().nullable(),
  /** most frequent, with the share of the customers whose city (country) is known */
  topCity: placeSchema.nullable(),
  topCountry: placeSchema.nullable(),
  /** weekday (1 = Monday) and hour (0 … 23) with most purchases; the hour is null where times are not known */
  weekday: z.number().nullable(),
  hour: z.number().nullable(),
})

/** A message under `personas` with what it names; see lib/shared/format-params.ts for how params are written. */
const phraseSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const segmentInsightsSchema = z.object({
  /** strongest first */
  contrasts: z.array(contrastSchema),
  /** at most 10 each, highest lift first among those with enough buyers; empty where the data has none */
  categories: z.array(liftSchema),
  brands: z.array(liftSchema),
  products: z.array(liftSchema),
  /** what it spends most on (first part of a category path): share of the segment's sales of known category */
  favourites: z.array(z.object({ category: z.string(), share: z.number() })),
  /** share of its purchases of known channel */
  channels: z.array(z.object({ channel: z.string(), share: z.number() })),
  /** figures of the persona card; null for a segment without customers */
  persona: figuresSchema.nullable(),
  /** `personas.summary.<key>`: who they are, what they are worth, how they buy; empty for a segment without customers */
  summary: z.array(phraseSchema),
  /** three of `personas.actions.<key>`, most fitting first; none for a segment without customers */
  actions: z.array(phraseSchema),
  /** only where segments have centres */
  quality: z
    .object({
      silhouette: z.number().nullable(),
      /** share of its customers nearly as near to that segment's centre (distance ratio ≥ 0.8), largest first */
      neighbours: z.array(z.object({ position: z.number(), share: z.number() })),
      /** customers farther from the centre than the third quartile + 3 interquartile ranges */
      outliers: z.number(),
      farthest: z.array(z.object({ customerId: z.string(), distance: z.number() })),
    })
    .nullable(),
})

const conditionSchema = z.object({
  feature: z.string(),
  operator: z.enum(['<=', '>']),
  value: z.number(),
})

/** A shallow decision tree that says in rules what the segments are. */
const treeSchema = z.object({
  /** share of the customers that the rules put into their own segment, on customers the tree was not grown from */
  fidelity: z.number(),
  /** how many customers that was measured on */
  customers: z.number(),
  rules: z.array(
    z.object({
      position: z.number(),
      /** at most one of each operator a feature; a customer without a value is taken to have the median */
      conditions: z.array(conditionSchema),
      /** of all customers, those who meet the conditions */
      customers: z.number(),
      /** share of them that are of the segment */
      precision: z.number(),
    }),
  ),
})

const fairnessSchema = z.object({
  /** gender, age, country or city */
  field: z.string(),
  groups: z.array(
    z.object({
      /** as in the data; bands of age as 25–34 */
      value: z.string(),
      customers: z.number(),
      /** of the customers whose value is known */
      share: z.number(),
      /** per segment: share of the group's people who are in it, ratio to the best-placed group's share; null where hidden */
      segments: z.array(
        z
          .object({
            rate: z.number(),
            ratio: z.number(),
            /** under four fifths */
            below: z.boolean(),
            /** the 95 % interval of the ratio (Katz) lies below 1: not by chance */
            sure: z.boolean(),
          })
          .nullable(),
      ),
    }),
  ),
  unknown: z.number(),
})

export const insightsSchema = z.object({
  /** the persona figures of all customers with a purchase */
  overall: figuresSchema,
  segments: z.array(segmentInsightsSchema),
  timeline: z.object({
    /** YYYY-MM; the first and the last may be cut short by the data */
    months: z.array(z.string()),
    /** net revenue per segment and month */
    revenue: z.array(z.array(z.number())),
  }),
  tree: treeSchema.nullable(),
  fairness: z.array(fairnessSchema),
})
export type Insights = z.infer<typeof insightsSchema>
export type SegmentInsights = z.infer<typeof segmentInsightsSchema>
export type Contrast = z.infer<typeof contrastSchema>
export type Lift = z.infer<typeof liftSchema>
export type PersonaFigures = z.infer<typeof figuresSchema>
export type Phrase = z.infer<typeof phraseSchema>
export type SegmentTree = z.infer<typeof treeSchema>
export type Fairness = z.infer<typeof fairnessSchema>
