import type { Need } from './feature'

/** Conditions on the data as a whole, named like columns; words under `features.needs.<name>`. */
export const conditions = ['time_of_day', 'half_year', 'full_year', 'view', 'cart', 'wish'] as const
export type Condition = (typeof conditions)[number]

/** Orders come with times, not only with days. */
export const timeOfDay: Need = { table: 'orders', column: 'time_of_day' }
/** Purchases over at least 180 days, and 365 days. */
export const halfYear: Need = { table: 'orders', column: 'half_year' }
export const fullYear: Need = { table: 'orders', column: 'full_year' }

export const quantity: Need = { table: 'orders', column: 'quantity' }
export const discount: Need = { table: 'orders', column: 'discount' }
export const product: Need = { table: 'orders', column: 'product_id' }
export const channel: Need = { table: 'orders', column: 'channel' }
export const category: readonly Need[] = [product, { table: 'products', column: 'category' }]
export const brand: readonly Need[] = [product, { table: 'products', column: 'brand' }]
export const reviewer: Need = { table: 'reviews', column: 'customer_id' }

export function conditionOf({ column }: { column: string }): Condition | null {
  return conditions.find((condition) => condition === column) ?? null
}
