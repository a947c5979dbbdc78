import type { PeriodRow } from './queries-overview'
import type { DataOverview } from './schema'

type Orders = NonNullable<DataOverview['orders']>

/** The month after YYYY-MM. */
function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}`
}

/** Months without an order line are there too: nothing was sold in them. */
function fillMonths(rows: PeriodRow[]): Orders['months'] {
  const byMonth = new Map(rows.map((row) => [row.month, row]))
  const months: Orders['months'] = []
  const last = rows.at(-1)?.month ?? ''
  for (let month = rows[0]?.month ?? ''; month && month <= last; month = nextMonth(month)) {
    const { netRevenue = 0, customers = 0, purchases = 0 } = byMonth.get(month) ?? {}
    months.push({ month, netRevenue, customers, purchases })
  }
  return months
}

/** The orders at a glance, from sums by month and over all; null without order lines. */
export function summariseOrders(rows: PeriodRow[]): Orders | null {
  const all = rows.find(({ month }) => month === null)
  if (!all) return null
  const { month: _, identified, ...sums } = all
  return {
    ...sums,
    averageOrder: all.purchases > 0 ? all.sales / all.purchases : 0,
    identifiedShare: all.netRevenue > 0 ? identified / all.netRevenue : 0,
    months: fillMonths(rows.filter(({ month }) => month !== null)),
  }
}
