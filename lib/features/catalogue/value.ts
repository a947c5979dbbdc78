import type { CatalogueEntry } from '../feature'
import { fullYear } from '../needs'

/** How recently, how often and for how much. */
export const valueFeatures: readonly CatalogueEntry[] = [
  {
    id: 'recency',
    group: 'value',
    unit: 'days',
    sql: "date_diff('day', last_purchase, as_of)",
    needs: [],
    preselected: true,
  },
  { id: 'frequency', group: 'value', unit: 'count', sql: 'purchases', needs: [], preselected: true },
  { id: 'monetary', group: 'value', unit: 'money', sql: 'net_revenue', needs: [], preselected: true },
  { id: 'average_order_value', group: 'value', unit: 'money', sql: 'sales / purchases', needs: [] },
  { id: 'largest_order', group: 'value', unit: 'money', sql: 'largest_sales', needs: [] },
  { id: 'last_order_value', group: 'value', unit: 'money', sql: 'last_sales', needs: [] },
  {
    id: 'order_value_sd',
    group: 'value',
    unit: 'money',
    sql: 'CASE WHEN purchases > 1 THEN sqrt(sales_variance) / 10000 END',
    needs: [],
  },
  { id: 'year_sales', group: 'value', unit: 'money', sql: 'year_sales', needs: [fullYear] },
]
