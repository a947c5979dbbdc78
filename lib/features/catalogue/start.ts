import type { CatalogueEntry } from '../feature'
import { discount, quantity } from '../needs'

/** How a customer began. */
export const startFeatures: readonly CatalogueEntry[] = [
  { id: 'first_order_value', group: 'start', unit: 'money', sql: 'first_sales', needs: [] },
  { id: 'first_order_items', group: 'start', unit: 'count', sql: 'first_units', needs: [quantity] },
  {
    id: 'first_order_discount',
    group: 'start',
    unit: 'share',
    sql: 'first_discounts / (first_sales + first_discounts)',
    needs: [discount],
  },
  { id: 'days_to_second', group: 'start', unit: 'days', sql: 'gaps[1]', needs: [] },
  {
    id: 'days_to_first',
    group: 'start',
    unit: 'days',
    sql: "CASE WHEN signed_up_on <= as_of THEN greatest(0, date_diff('day', signed_up_on, first_purchase)) END",
    needs: [{ table: 'customers', column: 'signed_up_on' }],
  },
]
