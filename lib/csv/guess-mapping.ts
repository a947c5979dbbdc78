import type { TableName } from '@/lib/warehouse/tables'
import type { ColumnProfile } from './column-profile'
import { type Field, mappedFields, missingFields, repeatedColumns, tableFields } from './fields'
import { formatFor, judgeFit } from './fits'
import { headerForms, normaliseHeader } from './header-forms'
import type { ColumnFormat, Mapping, TableMapping } from './mapping'
import { contactPrefixes, generalWords, headerPrefixes } from './synonyms'
import { orderTotals } from './synonyms-orders'
import { findVendor, type Vendor } from './vendors'

export type GuessReason = 'header' | 'vendor' | 'values' | 'remembered' | 'only'
export type MappingEvidence = {
  /** The shop or tool whose export it is. */
  vendor: string | null
  /** By table.field */
  fields: Record<string, { confidence: number; reasons: GuessReason[] }>
}
type Guess = { column: number; confidence: number; reasons: GuessReason[] }
type Guesses = Record<string, Guess>

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
/** Fields of which one must be there for a file of something else to feed the table. */
const gatheredFields: Partial<Record<TableName, readonly string[]>> = {
  customers: [
    'email',
    'phone',
    'first_name',
    'last_name',
    'gender',
    'birth_date',
    'city',
    'country',
    'consent',
  ],
  products: ['category', 'brand', 'cost', 'stock', 'tags', 'image'],
}
const tellingWeight = 2
const completeWeight = 3
const vendorWeight = 20
const confidences = {
  vendor: 0.98,
  remembered: 0.99,
  header: 0.95,
  formOfHeader: 0.8,
  total: 0.7,
  values: 0.55,
}
/** A guess whose format the rows leave open. */
const openFormat = 0.5

const isRejectColumn = (header: string) => header.startsWith('rejected_')

type Candidate = { field: Field; order: number; column: number; rank: number; cost: number; fits: number }

function matchHeaders(
  table: TableName,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  gathered: boolean,
): Guesses {
  const candidates = tableFields[table].flatMap((field, order): Candidate[] => {
    const prefixes =
      field.field === 'email' || field.field === 'phone' ? contactPrefixes : headerPrefixes[table]
    const general = gathered ? (generalWords[table]?.[field.field] ?? []) : []
    return headers.flatMap((header, column): Candidate[] => {
      const profile = profiles[column]
      if (!profile || isRejectColumn(header)) return []
      const forms = headerForms(header, prefixes)
        .map(({ text, cost }) => ({ cost, rank: general.includes(text) ? -1 : field.synonyms.indexOf(text) }))
        .filter(({ rank }) => rank >= 0)
      const [best] = forms.sort((a, b) => a.cost - b.cost || a.rank - b.rank)
      const fits = best ? judgeFit(field, profile) : 0
      return best && fits > 0 ? [{ field, order, column, fits, ...best }] : []
    })
  })
  // A header that means one thing more than another goes where it ranks best.
  candidates.sort((a, b) => a.cost - b.cost || a.rank - b.rank || a.order - b.order || a.column - b.column)
  const guesses: Guesses = {}
  const used = new Set<number>()
  for (const { field, column, cost, fits } of candidates) {
    if (guesses[field.field] || used.has(column)) continue
    const confidence = (cost === 0 ? confidences.header : confidences.formOfHeader) * fits
    guesses[field.field] = { column, confidence, reasons: ['header'] }
    used.add(column)
  }
  return guesses
}

/** What an export's own columns mean, and what they do not. */
function applyVendor(
  guesses: Guesses,
  fields: Record<string, readonly string[] | null>,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): void {
  const trimmed = headers.map((header) => header.trim())
  const mostRows = Math.max(...profiles.map(({ filled }) => filled), 0)
  for (const [field, names] of Object.entries(fields)) {
    delete guesses[field]
    const columns = (names ?? []).map((name) => trimmed.indexOf(name)).filter((column) => column >= 0)
    const filled = (column: number) => profiles[column]?.filled ?? 0
    // A key that hardly any row has is no key; of other columns any that says something will do.
    const enough = field === 'product_id' ? 0.9 * mostRows : 1
    const column =
      columns.find((each) => filled(each) >= enough) ?? columns.find((each) => filled(each) > 0) ?? columns[0]
    if (column !== undefined) guesses[field] = { column, confidence: confidences.vendor, reasons: ['vendor'] }
  }
}

/** What no header told: an order total as the amount, the only column of dates, of e-mail addresses, of ratings. */
function fillGaps(
  table: TableName,
  guesses: Guesses,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): void {
  const free = (column: number) => !Object.values(guesses).some((guess) => guess.column === column)
  const fieldOf = (name: string) => tableFields[table].find(({ field }) => field === name)
  const offer = (name: string, columns: number[], confidence: number, reason: GuessReason) => {
    const field = fieldOf(name)
    const [column, ...others] = columns.filter((each) => {
      const profile = profiles[each]
      return free(each) && field && profile && profile.filled > 0 && judgeFit(field, profile) > 0
    })
    if (column === undefined || guesses[name] || (reason === 'only' && others.length > 0)) return
    guesses[name] = { column, confidence, reasons: [reason] }
  }
  const ofType = (...types: string[]) =>
    profiles.flatMap(({ type }, column) =>
      types.includes(type) && !isRejectColumn(headers[column] ?? '') ? [column] : [],
    )
  if (table === 'orders' && !(guesses.quantity && guesses.unit_price)) {
    const normalised = headers.map(normaliseHeader)
    const totals = orderTotals.map((total) => normalised.indexOf(total)).filter((column) => column >= 0)
    if (!guesses.amount) offer('amount', totals, confidences.total, 'header')
  }
  if (table === 'orders') offer('ordered_at', ofType('date'), confidences.values, 'only')
  if (table === 'customers' || !guesses.customer_id)
    offer('email', ofType('email'), confidences.values, 'only')
}

const columnsOf = (guesses: Guesses) =>
  Object.fromEntries(Object.entries(guesses).map(([field, { column }]) => [field, column]))

function guessTable(
  table: TableName,
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  vendor: Vendor | null,
  gathered: boolean,
): Guesses {
  const guesses = matchHeaders(table, headers, profiles, gathered)
  const known = vendor?.fields[table]
  if (known) applyVendor(guesses, known, headers, profiles)
  if (!gathered) fillGaps(table, guesses, headers, profiles)
  for (const { fields } of repeatedColumns({ table, columns: columnsOf(guesses) })) {
    for (const field of fields.slice(1)) delete guesses[field]
  }
  return guesses
}

function score(table: TableName, guesses: Guesses, vendor: Vendor | null): number {
  const telling = tellingFields[table].filter((field) => guesses[field]).length
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

/** The formats of the mapped columns, as their rows show them. */
export function guessFormats(
  tables: readonly TableMapping[],
  profiles: readonly ColumnProfile[],
): Record<string, ColumnFormat> {
  const formats: Record<string, ColumnFormat> = {}
  for (const field of tables.flatMap(mappedFields)) {
    const profile = profiles[field.column]
    const format = profile ? formatFor(field, profile) : {}
    if (Object.keys(format).length > 0) formats[field.column] = { ...formats[field.column], ...format }
  }
  return formats
}

/** Whether a mapping of an earlier file with the same header still suits the values. */
function stillFits({ tables }: Mapping, profiles: readonly ColumnProfile[]): boolean {
  return tables.every(
    (table) =>
      missingFields(table).length === 0 &&
      mappedFields(table).every((field) => {
        const profile = profiles[field.column]
        return profile !== undefined && (!field.required || judgeFit(field, profile) > 0)
      }),
  )
}

function recall(mapping: Mapping, profiles: readonly ColumnProfile[]) {
  const { confidence, reasons } = { confidence: confidences.remembered, reasons: ['remembered' as const] }
  const fields = mapping.tables.flatMap(({ table, columns }) =>
    Object.keys(columns).map((field) => [`${table}.${field}`, { confidence, reasons: [...reasons] }]),
  )
  // How dates and numbers are written is another matter in each file, unless its user chose it.
  const formats = { ...guessFormats(mapping.tables, profiles), ...mapping.formats }
  return { mapping: { ...mapping, formats }, fields: Object.fromEntries(fields) }
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
  if (remembered && stillFits(remembered, profiles)) {
    const { mapping, fields } = recall(remembered, profiles)
    return { mapping, evidence: { vendor: vendor?.id ?? null, fields } }
  }
  const names = Object.keys(tableFields) as TableName[]
  const scored = names.map((table) => {
    const guesses = guessTable(table, headers, profiles, vendor, false)
    return { table, guesses, score: score(table, guesses, vendor) }
  })
  const own = scored.reduce((a, b) => (b.score > a.score ? b : a))
  const used = new Set(Object.values(own.guesses).map(({ column }) => column))
  const gathered = (['customers', 'products'] as const).flatMap((table) => {
    const possible = own.table === 'orders' || own.table === 'reviews' || own.table === 'interactions'
    if (!possible) return []
    const guesses = guessTable(table, headers, profiles, vendor, true)
    const complete = missingFields({ table, columns: columnsOf(guesses) }).length === 0
    const telling = gatheredFields[table]?.some((field) => {
      const guess = guesses[field]
      if (!guess || (profiles[guess.column]?.filled ?? 0) === 0) return false
      // A contact that only names the customer of an order says nothing more about them.
      const isContact = field === 'email' || field === 'phone'
      return isContact
        ? guesses.customer_id !== undefined && guesses.customer_id.column !== guess.column
        : !used.has(guess.column)
    })
    return complete && telling ? [{ table, guesses }] : []
  })
  const all = [{ table: own.table, guesses: own.guesses }, ...gathered]
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
    evidence: { vendor: vendor?.id ?? null, fields: Object.fromEntries(entries) },
  }
}

/** A customers file keeps as attributes what feeds no field, but for columns without a value. */
function keepAttributes(
  tables: TableMapping[],
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
): TableMapping[] {
  const used = new Set(tables.flatMap(({ columns }) => Object.values(columns)))
  return tables.map((table, index) => {
    if (table.table !== 'customers' || index > 0) return table
    const attributes = headers.flatMap((header, column) =>
      used.has(column) || isRejectColumn(header) || (profiles[column]?.filled ?? 0) === 0 ? [] : [column],
    )
    return { ...table, attributes }
  })
}
