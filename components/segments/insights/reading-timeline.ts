import type { Insights } from '@/lib/segments/insights-schema'

/** The segment that brought in most in the last full month before the as-of day's; null without a full month. */
export function readTimeline({ months, revenue }: Insights['timeline'], asOf: string) {
  const lastDay = new Date(Date.UTC(Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)), 0)).getUTCDate()
  const cut = Number(asOf.slice(8, 10)) < lastDay
  const last = months.findLastIndex((month) => (cut ? month < asOf.slice(0, 7) : month <= asOf.slice(0, 7)))
  // the first month of the data can be cut short
  if (last < 1) return null
  const amounts = revenue.map((row) => row[last] ?? 0)
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const segment = amounts.indexOf(Math.max(...amounts))
  const amount = amounts[segment]
  if (amount === undefined || total <= 0) return null
  return { month: months[last]!, segment, amount, share: amount / total }
}
