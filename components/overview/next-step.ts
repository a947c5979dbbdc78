import type { DataOverview } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'

export type NextStep =
  | 'addOrders'
  | 'createSegments'
  | 'addCustomers'
  | 'addProducts'
  | 'addReviews'
  | 'openSegments'

const additions = [
  ['customers', 'addCustomers'],
  ['products', 'addProducts'],
  ['reviews', 'addReviews'],
] as const

/** What brings a workspace furthest now. */
export function chooseNextStep(overview: DataOverview, hasSegments: boolean): NextStep {
  const has = (table: TableName) =>
    overview.tables.some((entry) => entry.table === table && entry.imports > 0)
  if (!overview.orders) return 'addOrders'
  if (!hasSegments) return 'createSegments'
  return additions.find(([table]) => !has(table))?.[1] ?? 'openSegments'
}
