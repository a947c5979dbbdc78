import type { CatalogueEntry } from '../feature'
import { quantity } from '../needs'

/** How much a purchase holds. */
export const basketFeatures: readonly CatalogueEntry[] = [
  { id: 'items_per_purchase', group: 'basket', unit: 'decimal', sql: 'units / purchases', needs: [quantity] },
  { id: 'largest_basket', group: 'basket', unit: 'count', sql: 'largest_units', needs: [quantity] },
  { id: 'last_basket', group: 'basket', unit: 'count', sql: 'last_units', needs: [quantity] },
  {
    id: 'basket_sd',
    group: 'basket',
    unit: 'decimal',
    sql: 'CASE WHEN purchases > 1 THEN sqrt(units_variance) / 10000 END',
    needs: [quantity],
  },
  { id: 'lines_per_purchase', group: 'basket', unit: 'decimal', sql: 'bought_lines / purchases', needs: [] },
  { id: 'unit_price', group: 'basket', unit: 'money', sql: 'sales / units', needs: [quantity] },
  { id: 'highest_unit_price', group: 'basket', unit: 'money', sql: 'highest_price', needs: [quantity] },
]
