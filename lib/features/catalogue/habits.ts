import type { CatalogueEntry } from '../feature'
import { fullYear, timeOfDay } from '../needs'

/** On what days and at what hours a customer buys. */
export const habitFeatures: readonly CatalogueEntry[] = [
  { id: 'weekend_share', group: 'habits', unit: 'share', sql: 'weekend_purchases / purchases', needs: [] },
  {
    id: 'year_end_share',
    group: 'habits',
    unit: 'share',
    sql: 'year_end_purchases / purchases',
    needs: [fullYear],
  },
  {
    id: 'morning_share',
    group: 'habits',
    unit: 'share',
    sql: 'morning_purchases / purchases',
    needs: [timeOfDay],
  },
  {
    id: 'evening_share',
    group: 'habits',
    unit: 'share',
    sql: 'evening_purchases / purchases',
    needs: [timeOfDay],
  },
  {
    id: 'night_share',
    group: 'habits',
    unit: 'share',
    sql: 'night_purchases / purchases',
    needs: [timeOfDay],
  },
  {
    id: 'hour_spread',
    group: 'habits',
    unit: 'hours',
    // circular standard deviation √(−2 ln R) of the time of day, R the mean resultant length (Mardia & Jupp 2000)
    sql: `CASE WHEN purchases > 1 THEN least(12, sqrt(2 * abs(ln(greatest(1e-9, least(1,
      sqrt(hour_cosines * hour_cosines + hour_sines * hour_sines) / purchases))))) * 12 / pi()) END`,
    needs: [timeOfDay],
  },
]
