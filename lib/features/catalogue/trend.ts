import type { CatalogueEntry } from '../feature'
import { fullYear, halfYear } from '../needs'

/** Whether a customer buys more or less than before. */
export const trendFeatures: readonly CatalogueEntry[] = [
  { id: 'recent_share', group: 'trend', unit: 'share', sql: 'recent_sales / sales', needs: [] },
  { id: 'recent_purchases', group: 'trend', unit: 'count', sql: 'recent_purchases', needs: [] },
  {
    id: 'quarter_change',
    group: 'trend',
    unit: 'share',
    sql: `CASE WHEN recent_sales + earlier_sales > 0
      THEN (recent_sales - earlier_sales) / (recent_sales + earlier_sales) END`,
    needs: [halfYear],
    impute: 'zero',
  },
  // least squares over twelve months t = 0 … 11: Σ(t − 5.5)·sales ÷ 143
  { id: 'spend_slope', group: 'trend', unit: 'money', sql: 'weighted_sales / 286', needs: [fullYear] },
  { id: 'active_months', group: 'trend', unit: 'count', sql: 'active_months', needs: [fullYear] },
]
