import type { OrderSums } from '@/lib/warehouse/order-sums'
import type { DataOverview, ImportReport } from './schema'

type Orders = NonNullable<DataOverview['orders']>

/** The month after YYYY-MM. */
function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}`
}

const netRevenue = ({ sales, returns }: OrderSums) => Number(sales) - Number(returns)

/** Months without an order line are there too: nothing was sold in them. */
function fillMonths(sums: OrderSums[]): Orders['months'] {
  const byMonth = new Map(sums.map((row) => [row.month, row]))
  const months: Orders['months'] = []
  const last = sums.at(-1)?.month ?? ''
  for (let month = sums[0]?.month ?? ''; month && month <= last; month = nextMonth(month)) {
    const row = byMonth.get(month)
    const { customers = 0, purchases = 0 } = row ?? {}
    months.push({ month, netRevenue: row ? netRevenue(row) : 0, customers, purchases })
  }
  return months
}

/** The orders at a glance, from sums by month and over all; null without order lines. */
export function summariseOrders(sums: readonly OrderSums[]): Orders | null {
  const all = sums.find(({ month }) => month === null)
  if (!all) return null
  const { firstDate, lastDate, customers, purchases } = all
  const [sales, net] = [Number(all.sales), netRevenue(all)]
  const identified = Number(all.namedSales) - Number(all.namedReturns)
  return {
    ...{ firstDate, lastDate, customers, purchases, sales, returns: Number(all.returns), netRevenue: net },
    averageOrder: purchases > 0 ? sales / purchases : 0,
    identifiedShare: net > 0 ? identified / net : 0,
    months: fillMonths(sums.filter(({ month }) => month !== null)),
  }
}

/** What an import says of its order lines; null when there are none. */
export function reportOrders(sums: readonly OrderSums[]): ImportReport['orders'] {
  const all = sums.find(({ month }) => month === null)
  if (!all) return null
  return {
    firstDate: all.firstDate,
    lastDate: all.lastDate,
    purchaseLines: all.namedPurchaseLines,
    customers: all.customers,
    purchases: all.namedPurchases,
    sales: all.namedSales,
    returnLines: all.namedReturnLines,
    returns: all.namedReturns,
    linesWithoutCustomer: all.lines - all.namedLines,
    salesWithoutCustomer: all.salesWithoutCustomer,
  }
}
