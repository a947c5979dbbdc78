import type { TableName } from '@/lib/warehouse/tables'
import type { ColumnProfile } from './column-profile'
import { confidences, type Guesses } from './guesses'

/** Different values up to which whole numbers may count pieces. */
const mostQuantities = 100

const isFraction = ({ type, top }: ColumnProfile) =>
  type === 'number' && top.some(({ value }) => /[0-9][.,][0-9]{1,2}(?![0-9])/.test(value))

/**
 * What a file may be whose header tells nothing, by its values alone: purchases where it has one column of dates, one
 * of amounts and one that names buyers who come back; else people, where it has e-mail addresses. Null for neither.
 */
export function guessByValues(
  profiles: readonly ColumnProfile[],
): { table: TableName; guesses: Guesses } | null {
  const columns = profiles.map((profile, column) => ({ ...profile, column }))
  const guess = (column: number) => ({
    column,
    confidence: confidences.valuesAlone,
    reasons: ['values' as const],
  })
  const email = columns.find(({ type }) => type === 'email')
  const date = columns.find(({ type }) => type === 'date')
  const amount = columns.findLast(isFraction)
  if (date && amount) {
    const rest = columns.filter(
      (each) => each !== date && each !== amount && each !== email && each.filled > 0,
    )
    const buyer = rest.find(({ distinct, filled }) => distinct > 2 && distinct < filled)
    const quantity = rest.findLast(
      (each) =>
        each !== buyer && each.type === 'number' && !isFraction(each) && each.distinct <= mostQuantities,
    )
    const guesses: Guesses = { ordered_at: guess(date.column), amount: guess(amount.column) }
    if (email) guesses.email = guess(email.column)
    else if (buyer) guesses.customer_id = guess(buyer.column)
    if (quantity) guesses.quantity = guess(quantity.column)
    if (email || buyer) return { table: 'orders', guesses }
  }
  return email ? { table: 'customers', guesses: { email: guess(email.column) } } : null
}
