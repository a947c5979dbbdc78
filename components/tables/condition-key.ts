import type { ColumnKind, FilterKind } from '@/lib/tables/schema'

/** How a condition is worded: days begin and end, numbers are at least and at most. */
export function conditionKey(kind: ColumnKind, is: FilterKind): string {
  const day = kind === 'date' || kind === 'datetime'
  if (day && (is === 'from' || is === 'to' || is === 'equals')) return `day.${is}`
  return is
}
