import type { Imputation } from '@/lib/clustering/prepare-column'
import type { Unit } from './units'

export const featureGroups = [
  'value',
  'rhythm',
  'trend',
  'basket',
  'price',
  'range',
  'taste',
  'habits',
  'start',
  'engagement',
  'person',
  'own',
] as const
export type FeatureGroup = (typeof featureGroups)[number]

/**
 * What the dataset must hold for a feature to be offered: any value in a column, or one of the conditions that
 * lib/features/needs.ts names like columns.
 */
export type Need = {
  table: 'customers' | 'orders' | 'products' | 'reviews' | 'interactions' | 'links' | 'campaigns'
  column: string
}

export type CatalogueEntry = {
  /** words under `features.<id>` */
  id: string
  group: FeatureGroup
  unit: Unit
  /** SQL over one customer's figures (lib/features/sql names them); NULL where there is no value */
  sql: string
  needs: readonly Need[]
  /** chosen for a new segmentation unless the user decides otherwise */
  preselected?: boolean
  /** what stands in for NULL unless the user decides otherwise; the median where nothing is said */
  impute?: Imputation
}

export type Feature = CatalogueEntry & { preselected: boolean }
