import type { TableName } from '@/lib/warehouse/tables'
import type { QualityFacts } from './queries-quality'
import { rowSetTables } from './schema'
import { type Check, checks, type Finding, type Severity } from './schema-quality'

/**
 * `weight`: the part of the analyses that would be lost if all rows were concerned. `least`: what a single such row
 * already spoils. `bySales`: the rows weigh by what they sold. `needs`: tables without which the check says nothing.
 */
type Rule = {
  weight: number
  least?: number
  bySales?: boolean
  needs: readonly TableName[]
  upload?: TableName
}

const rules: Record<Check, Rule> = {
  noOrders: { weight: 1, needs: [], upload: 'orders' },
  // Of two currencies every sum is wrong.
  ordersOtherCurrency: { weight: 1, least: 0.3, needs: ['orders'] },
  ordersWithoutCustomer: { weight: 1, bySales: true, needs: ['orders'] },
  ordersOddSign: { weight: 0.8, needs: ['orders'] },
  // The last order day is the day from which everyone's last purchase is counted.
  ordersInFuture: { weight: 0.8, least: 0.2, needs: ['orders'] },
  ordersWithoutProduct: { weight: 0.6, needs: ['orders'] },
  noProducts: { weight: 0.5, needs: ['orders'], upload: 'products' },
  noCustomers: { weight: 0.5, needs: ['orders'], upload: 'customers' },
  ordersUnknownProduct: { weight: 0.5, needs: ['orders', 'products'], upload: 'products' },
  customersSameEmail: { weight: 0.5, needs: ['customers'] },
  productsWithoutCategory: { weight: 0.4, needs: ['products'], upload: 'products' },
  customersWithoutEmail: { weight: 0.3, needs: ['customers'], upload: 'customers' },
  customersUnknownConsent: { weight: 0.3, needs: ['customers'], upload: 'customers' },
  ordersUnknownCustomer: { weight: 0.3, needs: ['orders', 'customers'], upload: 'customers' },
  ordersNegativePrice: { weight: 0.3, needs: ['orders'] },
  shortHistory: { weight: 0.3, needs: ['orders'], upload: 'orders' },
  otherCurrency: { weight: 0.25, needs: ['orders'] },
  ordersWithoutNumber: { weight: 0.2, needs: ['orders'], upload: 'orders' },
  productsWithoutTitle: { weight: 0.2, needs: ['products'], upload: 'products' },
  reviewsWithoutProduct: { weight: 0.15, needs: ['reviews'], upload: 'reviews' },
  customersWithoutOrders: { weight: 0.1, needs: ['customers', 'orders'] },
  productsNeverSold: { weight: 0.1, needs: ['products', 'orders'] },
  productsNegativePrice: { weight: 0.1, needs: ['products'] },
}
const yearDays = 365

/** Whether the dataset has what a check looks at; a check that says nothing is neither found nor passed. */
function applies(check: Check, { rows, currencies }: QualityFacts): boolean {
  if (check === 'ordersOtherCurrency' && currencies.length === 0) return false
  if (check === 'otherCurrency' && currencies.length !== 1) return false
  return rules[check].needs.every((table) => rows[table] > 0)
}

function rateSeverity(effect: number): Severity {
  if (effect >= 0.2) return 'high'
  return effect >= 0.05 ? 'medium' : 'low'
}

/** The share (0 to 1) of the dataset that a check of the whole finds wrong. */
function shareOfWhole(
  check: Check,
  { rows, historyDays, currencies }: QualityFacts,
  currency: string,
): number {
  if (check === 'noOrders') return rows.orders === 0 ? 1 : 0
  if (check === 'noProducts') return rows.products === 0 ? 1 : 0
  if (check === 'noCustomers') return rows.customers === 0 ? 1 : 0
  if (check === 'shortHistory') return Math.max(0, 1 - (historyDays ?? yearDays) / yearDays)
  return currencies.every((one) => one.currency === currency.toUpperCase()) ? 0 : 1
}

function examine(check: Check, facts: QualityFacts, currency: string): Omit<Finding, 'severity'> {
  const { weight, least = 0, bySales = false, upload = null } = rules[check]
  const table = check in rowSetTables ? rowSetTables[check as keyof typeof rowSetTables] : null
  if (table === null) {
    const effect = weight * shareOfWhole(check, facts, currency)
    return { check, effect, rows: null, salesShare: null, rowSet: null, upload }
  }
  const rowSet = check as keyof typeof rowSetTables
  const { rows: count, sales } = facts.sets[rowSet]
  const total = facts.rows[table]
  const salesShare = table === 'orders' && facts.sales > 0 ? sales / facts.sales : null
  const share = bySales && salesShare !== null ? Math.max(salesShare, 0) : count / Math.max(1, total)
  const effect = count === 0 ? 0 : Math.max(weight * share, least, 1e-9)
  return { check, effect, rows: { table, count, total }, salesShare, rowSet, upload }
}

/** What would most improve the analyses, first what takes most away; and what was checked and found in order. */
export function rankFindings(
  facts: QualityFacts,
  currency: string,
): { findings: Finding[]; passed: Check[] } {
  const examined = checks
    .filter((check) => applies(check, facts))
    .map((check) => examine(check, facts, currency))
  const order = Object.keys(rules)
  const findings = examined
    .filter(({ effect }) => effect > 0)
    .map((finding) => ({ ...finding, severity: rateSeverity(finding.effect) }))
    .sort((a, b) => b.effect - a.effect || order.indexOf(a.check) - order.indexOf(b.check))
  return { findings, passed: examined.filter(({ effect }) => effect === 0).map(({ check }) => check) }
}
