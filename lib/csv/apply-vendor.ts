import type { TableName } from '@/lib/warehouse/tables'
import type { ColumnProfile } from './column-profile'
import { tableFields } from './fields'
import { judgeFit } from './fits'
import { confidences, type Guesses } from './guesses'
import { normaliseHeader } from './header-forms'
import type { Vendor } from './vendor'

/** Share of the rows with a price that a product's number must be on to be its key, where there is another. */
const keyShare = 0.9

/** Sets the guesses for a table to what a known export's own columns mean, and removes what they do not. */
export function applyVendor(
  { fields, totals }: Vendor,
  table: TableName,
  guesses: Guesses,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): void {
  const normalised = headers.map(normaliseHeader)
  // Rows for a further picture have no price, and need no key.
  const priced = profiles[guesses.price?.column ?? -1]?.filled ?? 0
  for (const [name, exported] of Object.entries(fields[table] ?? {})) {
    delete guesses[name]
    const field = tableFields[table].find((each) => each.field === name)
    const columns = (exported ?? []).flatMap((header) => {
      const column = normalised.indexOf(normaliseHeader(header))
      const profile = profiles[column]
      // An export of another day may be empty in every column; values that cannot be meant are believed more.
      const fits = field && profile && (profile.filled === 0 || judgeFit(field, profile) > 0)
      return fits ? [{ column, filled: profile.filled }] : []
    })
    // A key that hardly any row has is no key; of other columns any that says something will do.
    const enough = name === 'product_id' && table === 'products' ? Math.max(1, keyShare * priced) : 1
    const best =
      columns.find(({ filled }) => filled >= enough) ??
      columns.findLast(({ filled }) => filled > 0) ??
      columns[0]
    if (best) guesses[name] = { column: best.column, confidence: confidences.vendor, reasons: ['vendor'] }
  }
  // Its totals are told apart from amounts of lines by the rows: see fillGaps.
  const amount = guesses.amount
  const isTotal = totals?.some((total) => normaliseHeader(total) === normalised[amount?.column ?? -1])
  if (table === 'orders' && isTotal) delete guesses.amount
}
