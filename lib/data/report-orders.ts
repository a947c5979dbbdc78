import type { OrderSums } from '@/lib/warehouse/order-sums'
import type { ImportReport } from './schema'

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
