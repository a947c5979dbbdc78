import type { CatalogueEntry } from '../feature'
import { discount, product } from '../needs'

/** What discounts and returns mean to a customer, and how dear the products are. */
export const priceFeatures: readonly CatalogueEntry[] = [
  {
    id: 'discount_share',
    group: 'price',
    unit: 'share',
    sql: 'discounts / (sales + discounts)',
    needs: [discount],
    preselected: true,
  },
  {
    id: 'discounted_purchases',
    group: 'price',
    unit: 'share',
    sql: 'discounted_purchases / purchases',
    needs: [discount],
  },
  { id: 'deepest_discount', group: 'price', unit: 'share', sql: 'deepest_discount', needs: [discount] },
  {
    id: 'price_level',
    group: 'price',
    unit: 'share',
    sql: 'price_level',
    needs: [product, { table: 'products', column: 'price' }],
  },
  { id: 'return_share', group: 'price', unit: 'share', sql: 'returns / sales', needs: [] },
  { id: 'returned_purchases', group: 'price', unit: 'count', sql: 'return_events', needs: [] },
  {
    id: 'days_since_return',
    group: 'price',
    unit: 'days',
    sql: "date_diff('day', last_return, as_of)",
    needs: [],
  },
]
