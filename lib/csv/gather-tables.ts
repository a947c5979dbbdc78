import type { TableName } from '@/lib/warehouse/tables'
import type { ColumnProfile } from './column-profile'
import { contactFields, missingFields } from './fields'
import { columnsOf, type Guesses } from './guesses'

/** Fields of which one must be there for a file of something else to feed the table. */
const gatheredFields = {
  customers: [
    ...(['email', 'phone', 'first_name', 'last_name', 'gender'] as const),
    ...(['birth_date', 'city', 'country', 'consent', 'signed_up_on'] as const),
  ],
  products: ['category', 'brand', 'cost', 'stock', 'tags', 'image'],
} as const
type Gathered = keyof typeof gatheredFields

/** The tables that a file of `own` may feed in passing. */
export function gatherableFrom(own: TableName): readonly Gathered[] {
  if (own === 'campaigns') return ['customers']
  return own === 'orders' || own === 'reviews' || own === 'interactions' ? ['customers', 'products'] : []
}

/** Whether a file says enough of the customers or products in passing to feed their table: more than who or which. */
export function saysEnough(
  table: Gathered,
  guesses: Guesses,
  own: Guesses,
  profiles: readonly ColumnProfile[],
): boolean {
  if (missingFields({ table, columns: columnsOf(guesses) }).length > 0) return false
  const used = new Set(Object.values(own).map(({ column }) => column))
  return gatheredFields[table].some((field) => {
    const guess = guesses[field]
    if (!guess || (profiles[guess.column]?.filled ?? 0) === 0) return false
    // A contact that only names the customer of an order says nothing more about them.
    const isContact = contactFields.some((contact) => contact === field)
    if (!isContact) return !used.has(guess.column)
    return guesses.customer_id !== undefined && guesses.customer_id.column !== guess.column
  })
}
