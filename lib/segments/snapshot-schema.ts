import type { Imputation, Scale, Transform } from '@/lib/clustering/prepare-column'
import type { Unit } from '@/lib/features/units'

/** A feature over all customers of a snapshot, and how it would be prepared by default. */
export type SnapshotFeature = {
  id: string
  group: string
  unit: Unit
  /** customers without a value; the figures are of the others, all 0 where there are none */
  missing: number
  min: number
  max: number
  mean: number
  median: number
  sd: number
  skewness: number
  /** customers beyond median ± 5 interquartile ranges; 0 where that range is 0 */
  outliers: number
  /** suggested */
  transform: Transform
  impute: Imputation
  scale: Scale
  preselected: boolean
}

/** A field with text values, for rules and comparisons. */
export type SnapshotField = {
  /** gender, country, city, email_kind or attribute:<name as uploaded> */
  field: string
  label: string
  kind: 'text'
  distinct: number
  /** the 50 most frequent, most frequent first */
  values: { value: string; customers: number }[]
}

export type SnapshotSummary = {
  features: SnapshotFeature[]
  unavailable: { id: string; needs: { table: string; column: string }[] }[]
  /** pairs of features with |r| ≥ 0.8 (Pearson, prepared values), strongest first; levels of one field are left out */
  correlations: { a: string; b: string; r: number }[]
  fields: SnapshotField[]
  /** customers of the dataset without a purchase by the as-of day: not in the snapshot */
  withoutPurchase: number
}

/** Every feature of every customer as of a day. */
export type SnapshotView = {
  id: string
  jobId: string
  /** YYYY-MM-DD */
  asOf: string
  state: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  error: { code: string; params: Record<string, string | number> } | null
  customers: number | null
  summary: SnapshotSummary | null
}
