import type { OrderSums } from '@/lib/warehouse/order-sums'
import type { DataOverview } from './schema'

type Orders = NonNullable<DataOverview['orders']>

/** The month after YYYY-MM. */
function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}`
}

/** Months without an order line are there too: nothing was sold in them. */
function fillMonths(sums: OrderSums[]): Orders['months'] {
  const byMonth = new Map(sums.map((row) => [row.month, row]))
  const months: Orders['months'] = []
  const last = sums.at(-1)?.month ?? ''
  for (let month = sums[0]?.month ?? ''; month && month <= last; month = nextMonth(month)) {
    const { netRevenue = '0', customers = 0, purchases = 0 } = byMonth.get(month) ?? {}
    months.push({ month, netRevenue: Number(netRevenue), customers, purchases })
  }
  return months
}

/** The orders at a glance, from sums by month and over all; null without order lines. */
export function summariseOrders(sums: readonly OrderSums[]): Orders | null {
  const all = sums.find(({ month }) => month === null)
  if (!all) return null
  const { firstDate, lastDate, customers, purchases } = all
  const sales = Number(all.sales)
  const netRevenue = Number(all.netRevenue)
  return {
    ...{ firstDate, lastDate, customers, purchases, sales, returns: Number(all.returns), netRevenue },
    averageOrder: purchases > 0 ? sales / purchases : 0,
    identifiedShare: netRevenue > 0 ? Number(all.namedNetRevenue) / netRevenue : 0,
    months: fillMonths(sums.filter(({ month }) => month !== null)),
  }
}
