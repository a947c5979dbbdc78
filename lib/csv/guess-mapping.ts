import type { TableName } from '@/lib/warehouse/tables'
import { applyVendor } from './apply-vendor'
import type { ColumnProfile } from './column-profile'
import { hasContact, missingFields, repeatedColumns, tableFields } from './fields'
import { fillGaps } from './fill-gaps'
import { findLack, type Lack } from './find-lack'
import { namesGuests } from './fits'
import { gatherableFrom, saysEnough } from './gather-tables'
import { guessByValues } from './guess-values'
import { columnsOf, type Guesses, type GuessReason } from './guesses'
import { keepAttributes } from './keep-attributes'
import type { Mapping, TableMapping } from './mapping'
import { matchHeaders } from './match-headers'
import { guessFormats, recallMapping, stillFits } from './recall-mapping'
import type { Vendor } from './vendor'
import { findVendor } from './vendors'

export type MappingEvidence = {
  /** The shop or tool whose export it is. */
  vendor: string | null
  /** By table.field */
  fields: Record<string, { confidence: number; reasons: GuessReason[] }>
  /** Why the file cannot be imported as it is, where its rows tell. */
  lack?: Lack
}

/** Fields that tell what a file is about. */
const tellingFields: Record<TableName, readonly string[]> = {
  customers: ['email', 'phone', 'first_name', 'last_name', 'gender', 'birth_date', 'signed_up_on', 'consent'],
  orders: ['order_id', 'quantity', 'unit_price', 'amount', 'ordered_at'],
  products: ['category', 'brand', 'price', 'cost', 'stock', 'tags', 'description', 'title'],
  reviews: ['review_id', 'rating', 'text', 'reviewed_on'],
  interactions: ['event', 'occurred_at'],
  links: ['from_id', 'to_id', 'kind'],
  campaigns: ['campaign', 'variant', 'responded', 'sent_at', 'revenue'],
}
const tellingWeight = 2
const completeWeight = 3
const vendorWeight = 20
/** A guess whose format the rows leave open. */
const openFormat = 0.5

function guessTable(
  table: TableName,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  vendor: Vendor | null,
  gathered: boolean,
): Guesses {
  const guesses = matchHeaders(table, headers, profiles, gathered)
  const known = vendor?.fields[table] ? vendor : null
  if (known) applyVendor(known, table, guesses, headers, profiles)
  if (!gathered) fillGaps(table, guesses, headers, profiles, known?.totals)
  const buyer = profiles[guesses.customer_id?.column ?? -1]
  // One number for all guests would make them one customer.
  if (buyer && namesGuests(buyer) && hasContact({ columns: columnsOf(guesses) })) delete guesses.customer_id
  for (const { fields } of repeatedColumns({ table, columns: columnsOf(guesses) })) {
    for (const field of fields.slice(1)) delete guesses[field]
  }
  return guesses
}

function score(table: TableName, guesses: Guesses, vendor: Vendor | null): number {
  const isTold = (field: string) => guesses[field] && !guesses[field].reasons.includes('only')
  const telling = tellingFields[table].filter(isTold).length
  const complete = missingFields({ table, columns: columnsOf(guesses) }).length === 0 ? completeWeight : 0
  const known = vendor?.table === table ? vendorWeight : 0
  return Object.keys(guesses).length + telling * tellingWeight + complete + known
}

/** The columns of one table that headers and values speak for. */
export function guessColumns(
  table: TableName,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): Record<string, number> {
  return columnsOf(guessTable(table, headers, profiles, findVendor(headers), false))
}

type TableGuess = { table: TableName; guesses: Guesses }

function guessOwn(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  vendor: Vendor | null,
): TableGuess {
  const names = Object.keys(tableFields) as TableName[]
  const scored = names.map((table) => {
    const guesses = guessTable(table, headers, profiles, vendor, false)
    return { table, guesses, score: score(table, guesses, vendor) }
  })
  const isTold = scored.some(({ guesses }) =>
    Object.values(guesses).some(({ reasons }) => !reasons.includes('only')),
  )
  const byValues = isTold ? null : guessByValues(profiles)
  return byValues ?? scored.reduce((a, b) => (b.score > a.score ? b : a))
}

/** Tables of purchases and products, which may say something of the buyer's age or sex in passing. */
const ofGoods: readonly TableName[] = ['orders', 'products', 'reviews']

/** People whom no column names may be recognised by a campaign column or by none; they are customers all the same. */
function explainLack(
  own: TableGuess,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): { own: TableGuess; lack: Lack | null } {
  if (missingFields({ table: own.table, columns: columnsOf(own.guesses) }).length === 0)
    return { own, lack: null }
  const customers = guessTable('customers', headers, profiles, null, false)
  const lack = findLack(headers, profiles, customers)
  if (lack?.kind !== 'people') return { own, lack }
  const isOfGoods = ofGoods.includes(own.table) && Object.keys(own.guesses).length > 1
  if (isOfGoods) return { own, lack: null }
  return { own: { table: 'customers', guesses: customers }, lack }
}

/**
 * The tables that a file most likely feeds, and how its columns become their fields: the file's own table first. A
 * mapping remembered from a file with the same header wins as long as the values still suit it.
 */
export function guessMapping(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  remembered: Mapping | null = null,
): { mapping: Mapping; evidence: MappingEvidence } {
  const vendor = findVendor(headers)
  const vendorId = vendor?.id ?? null
  if (remembered && stillFits(remembered, profiles)) {
    const { mapping, fields } = recallMapping(remembered, profiles)
    return { mapping, evidence: { vendor: vendorId, fields } }
  }
  const { own, lack } = explainLack(guessOwn(headers, profiles, vendor), headers, profiles)
  const gathered = gatherableFrom(own.table).flatMap((table): TableGuess[] => {
    const guesses = guessTable(table, headers, profiles, vendor, true)
    return saysEnough(table, guesses, own.guesses, profiles) ? [{ table, guesses }] : []
  })
  const all: TableGuess[] = [own, ...gathered]
  const tables = all.map(
    ({ table, guesses }): TableMapping => ({ table, mode: 'update', columns: columnsOf(guesses) }),
  )
  const entries = all.flatMap(({ table, guesses }) =>
    Object.entries(guesses).map(([field, { column, confidence, reasons }]) => {
      const open = profiles[column]?.ambiguous ? openFormat : 1
      return [`${table}.${field}`, { confidence: Math.min(confidence, open), reasons }] as const
    }),
  )
  return {
    mapping: { tables: keepAttributes(tables, headers, profiles), formats: guessFormats(tables, profiles) },
    evidence: { vendor: vendorId, fields: Object.fromEntries(entries), ...(lack ? { lack } : {}) },
  }
}
