export const featureOperators = ['<', '<=', '=', '!=', '>=', '>', 'between', 'missing', 'present'] as const
export const fieldOperators = ['is', 'isNot', 'contains', 'missing', 'present'] as const

/** A feature compared with a number, in the feature's own unit (a share of 25 % is 0.25). */
export type FeatureCondition = {
  type: 'feature'
  feature: string
  operator: (typeof featureOperators)[number]
  value: number | null
  /** the upper end, inclusive, of between */
  upper: number | null
}

/** A field of the customer: a column of the customers table, or `attribute:<header>` of one the brand uploaded. */
export type FieldCondition = {
  type: 'field'
  field: string
  operator: (typeof fieldOperators)[number]
  /** any of these */
  values: string[]
}

/** Membership of a segment of a finished segmentation. */
export type SegmentCondition = { type: 'segment'; segmentId: string; member: boolean }

export type RuleGroup = { type: 'group'; operator: 'and' | 'or'; not: boolean; rules: Rule[] }

/** Whom a rule segment holds. */
export type Rule = RuleGroup | FeatureCondition | FieldCondition | SegmentCondition
