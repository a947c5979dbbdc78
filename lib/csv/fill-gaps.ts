import type { TableName } from '@/lib/warehouse/tables'
import type { ColumnProfile, ColumnType } from './column-profile'
import { tableFields } from './fields'
import { isUnique, judgeFit } from './fits'
import { confidences, type Guesses, isRejectColumn } from './guesses'
import { normaliseHeader } from './header-forms'
import { orderTotals } from './synonyms-orders'

/** Fields that values tell without a header, where one column alone has them: table → field → type. */
const byType: Record<TableName, Record<string, ColumnType>> = {
  customers: { email: 'email', phone: 'phone', country: 'country' },
  orders: { ordered_at: 'date', email: 'email', currency: 'currency' },
  products: { image: 'url' },
  reviews: { reviewed_on: 'date', email: 'email' },
  interactions: { occurred_at: 'date', email: 'email' },
  links: {},
  campaigns: { sent_at: 'date', email: 'email' },
}

/** The column with an order's total; null where several rows share an order, each with the total of all of them. */
function findTotal(
  guesses: Guesses,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  names: readonly string[],
): number | null {
  const order = profiles[guesses.order_id?.column ?? -1]
  if (order && !isUnique(order)) return null
  const field = tableFields.orders.find((each) => each.field === 'amount')
  const normalised = headers.map(normaliseHeader)
  const used = new Set(Object.values(guesses).map(({ column }) => column))
  const found = names.flatMap((name) => {
    const column = normalised.indexOf(name)
    const profile = profiles[column]
    return field && profile && !used.has(column) && judgeFit(field, profile) > 0 ? [{ column, profile }] : []
  })
  return (found.find(({ profile }) => profile.filled > 0) ?? found[0])?.column ?? null
}

/** Ratings without a header: whole numbers up to 5 beside a text. */
function findRatings(guesses: Guesses, profiles: readonly ColumnProfile[]): number[] {
  const used = new Set(Object.values(guesses).map(({ column }) => column))
  return profiles.flatMap(({ type, min, max, distinct }, column) => {
    const isScale =
      type === 'number' && Number(min) >= 1 && Number(max) === 5 && distinct > 2 && distinct <= 9
    return isScale && !used.has(column) ? [column] : []
  })
}

/**
 * Adds to the guesses for a file's own table what no header told: an order total as the amount, the only column of
 * dates, of e-mail addresses, of ratings. `totals`: the headers of order totals, where the export is known.
 */
export function fillGaps(
  table: TableName,
  guesses: Guesses,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  totals: readonly string[] | undefined,
): void {
  if (table === 'orders' && !guesses.amount && !(guesses.quantity && guesses.unit_price)) {
    const column = findTotal(guesses, headers, profiles, totals?.map(normaliseHeader) ?? orderTotals)
    const [confidence, reason] = totals
      ? [confidences.vendor, 'vendor' as const]
      : [confidences.total, 'header' as const]
    if (column !== null) guesses.amount = { column, confidence, reasons: [reason] }
  }
  for (const [field, type] of Object.entries(byType[table])) {
    const named = field === 'email' && table !== 'customers' && guesses.customer_id !== undefined
    if (guesses[field] || named) continue
    const used = new Set(Object.values(guesses).map(({ column }) => column))
    const [column, ...others] = profiles.flatMap((profile, each) =>
      profile.type === type && !used.has(each) && !isRejectColumn(headers[each] ?? '') ? [each] : [],
    )
    if (column === undefined || others.length > 0) continue
    guesses[field] = { column, confidence: confidences.values, reasons: ['values', 'only'] }
  }
  if (table === 'reviews' && guesses.text && !guesses.rating) {
    const [column, ...others] = findRatings(guesses, profiles)
    if (column !== undefined && others.length === 0) {
      guesses.rating = { column, confidence: confidences.values, reasons: ['values', 'only'] }
    }
  }
}
