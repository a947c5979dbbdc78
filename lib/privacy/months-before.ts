/** The moment that many months earlier; of a month that is too short its last day. */
export function monthsBefore(at: Date, months: number): Date {
  const day = at.getUTCDate()
  const earlier = new Date(at)
  earlier.setUTCDate(1)
  earlier.setUTCMonth(earlier.getUTCMonth() - months)
  const days = new Date(Date.UTC(earlier.getUTCFullYear(), earlier.getUTCMonth() + 1, 0)).getUTCDate()
  earlier.setUTCDate(Math.min(day, days))
  return earlier
}
