import type { Unit } from './units'

export const featureGroups = ['value', 'rhythm', 'basket', 'price', 'person'] as const
export type FeatureGroup = (typeof featureGroups)[number]

/** A column of the dataset that must hold something for a feature to be offered. */
export type Need = { table: 'customers' | 'orders' | 'products' | 'reviews'; column: string }

export type Feature = {
  /** words under `features.<id>` */
  id: string
  group: FeatureGroup
  unit: Unit
  /**
   * SQL over one customer's aggregates (lib/segments/queries-features.ts names them); NULL where there is no value.
   */
  sql: string
  needs: readonly Need[]
  /** chosen for a new segmentation unless the user decides otherwise */
  preselected: boolean
}
