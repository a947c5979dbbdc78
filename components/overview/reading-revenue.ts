export type RevenueMonth = { month: string; netRevenue: number }
export type RevenueReading =
  | { key: 'none' }
  | { key: 'single' | 'best'; best: RevenueMonth }
  | {
      key: 'bestAndMore' | 'bestAndLess' | 'bestAndSame'
      best: RevenueMonth
      /** the last full month, YYYY-MM */
      last: string
      /** its change against the same month a year before, as a positive share */
      change: number
    }

/** Changes that round to 0 % count as none. */
const noticeable = 0.005

/** The best month, and how the last full month compares with the same one a year before (when both are complete). */
export function readRevenue(
  months: readonly RevenueMonth[],
  firstDate: string,
  lastDate: string,
): RevenueReading {
  const [first] = months
  if (!first) return { key: 'none' }
  const best = months.reduce((a, b) => (b.netRevenue > a.netRevenue ? b : a))
  if (best.netRevenue <= 0) return { key: 'none' }
  if (months.length === 1) return { key: 'single', best }
  const last = lastFullMonth(lastDate)
  const before = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`
  const value = (month: string) => months.find((entry) => entry.month === month)?.netRevenue ?? 0
  const complete = firstDate <= `${before}-01`
  if (!complete || value(before) <= 0 || !months.some(({ month }) => month === last)) {
    return { key: 'best', best }
  }
  const change = value(last) / value(before) - 1
  if (Math.abs(change) < noticeable) return { key: 'bestAndSame', best, last, change: 0 }
  return { key: change > 0 ? 'bestAndMore' : 'bestAndLess', best, last, change: Math.abs(change) }
}

/** The latest month (YYYY-MM) whose last day is no later than `lastDate`. */
export function lastFullMonth(lastDate: string): string {
  const [year = 0, month = 1, day = 1] = lastDate.slice(0, 10).split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const full = new Date(Date.UTC(year, month - (day === lastDay ? 1 : 2), 1))
  return full.toISOString().slice(0, 7)
}
