import type { CatalogueEntry } from '../feature'

/** When one purchase follows another. Gaps are whole days between purchases in order of time. */
export const rhythmFeatures: readonly CatalogueEntry[] = [
  { id: 'tenure', group: 'rhythm', unit: 'days', sql: "date_diff('day', first_purchase, as_of)", needs: [] },
  {
    id: 'active_span',
    group: 'rhythm',
    unit: 'days',
    sql: "date_diff('day', first_purchase, last_purchase)",
    needs: [],
  },
  {
    id: 'purchase_gap',
    group: 'rhythm',
    unit: 'days',
    sql: "CASE WHEN purchases > 1 THEN date_diff('day', first_purchase, last_purchase) / (purchases - 1) END",
    needs: [],
  },
  { id: 'median_gap', group: 'rhythm', unit: 'days', sql: "list_aggregate(gaps, 'median')", needs: [] },
  { id: 'longest_gap', group: 'rhythm', unit: 'days', sql: 'list_max(gaps)', needs: [] },
  {
    id: 'gap_variation',
    group: 'rhythm',
    unit: 'decimal',
    // standard deviation ÷ mean, in whole numbers until the end
    sql: `CASE WHEN purchases > 2 AND list_sum(gaps) > 0 THEN sqrt(
      (purchases - 1) * list_sum(list_transform(gaps, lambda gap: gap * gap)) - list_sum(gaps) * list_sum(gaps)
    ) / list_sum(gaps) END`,
    needs: [],
  },
  {
    id: 'overdue',
    group: 'rhythm',
    unit: 'decimal',
    sql: `CASE WHEN first_purchase < last_purchase THEN date_diff('day', last_purchase, as_of) * (purchases - 1)
      / date_diff('day', first_purchase, last_purchase) END`,
    needs: [],
  },
]
