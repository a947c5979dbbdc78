import type { TableName } from '@/lib/warehouse/tables'
import type { TableMapping } from './mapping'
import { fieldSynonyms } from './synonyms'

/** rating: 0 to 5. money: exact to four decimals. id: also e-mail and phone, which spreadsheets guard alike. */
export type FieldKind =
  | 'text'
  | 'id'
  | 'date'
  | 'datetime'
  | 'number'
  | 'integer'
  | 'money'
  | 'rating'
  | 'boolean'

export type Field = {
  field: string
  kind: FieldKind
  /** A column must be mapped (see missingFields), and a row without a value is rejected unless `emptyAllowed`. */
  required: boolean
  emptyAllowed: boolean
  /** No column of the table: it tells who the customer is where there is no customer_id. */
  contact: boolean
  /** Normalised headers (see normaliseHeader), best first. */
  synonyms: readonly string[]
}
export type MappedField = Field & { column: number }
type TableColumns = Pick<TableMapping, 'table' | 'columns' | 'numbered'>

const contacts = { email: 'id', phone: 'id' } as const

const kinds = {
  customers: {
    customer_id: 'id',
    email: 'id',
    phone: 'id',
    first_name: 'text',
    last_name: 'text',
    gender: 'text',
    birth_date: 'date',
    city: 'text',
    country: 'text',
    signed_up_on: 'date',
    consent: 'boolean',
  },
  orders: {
    order_id: 'id',
    line_no: 'integer',
    customer_id: 'id',
    ...contacts,
    ordered_at: 'datetime',
    product_id: 'id',
    product_title: 'text',
    items: 'text',
    quantity: 'number',
    unit_price: 'money',
    discount: 'money',
    amount: 'money',
    channel: 'text',
    status: 'text',
    currency: 'text',
  },
  products: {
    product_id: 'id',
    title: 'text',
    category: 'text',
    brand: 'text',
    price: 'money',
    cost: 'money',
    stock: 'number',
    tags: 'text',
    image: 'text',
    description: 'text',
  },
  reviews: {
    review_id: 'id',
    product_id: 'id',
    customer_id: 'id',
    ...contacts,
    rating: 'rating',
    title: 'text',
    text: 'text',
    reviewed_on: 'date',
  },
  interactions: {
    customer_id: 'id',
    ...contacts,
    product_id: 'id',
    event: 'text',
    occurred_at: 'datetime',
    weight: 'number',
  },
  links: {
    from_id: 'id',
    to_id: 'id',
    kind: 'text',
    weight: 'number',
  },
  campaigns: {
    campaign: 'text',
    customer_id: 'id',
    ...contacts,
    sent_at: 'datetime',
    variant: 'text',
    responded: 'boolean',
    revenue: 'money',
    cost: 'money',
  },
} as const satisfies Record<TableName, Record<string, FieldKind>>

const required: Record<TableName, readonly string[]> = {
  customers: ['customer_id'],
  orders: ['customer_id', 'ordered_at'],
  products: ['product_id'],
  reviews: [],
  interactions: ['customer_id', 'product_id'],
  links: ['from_id', 'to_id'],
  campaigns: ['campaign', 'customer_id'],
}

/** Fields by which a customer is found when there is no customer_id, in this order. */
export const contactFields = ['email', 'phone'] as const
/** Fields of an order as a whole: exports may fill them on its first line only, and its other lines share them. */
export const orderFields = [
  ...(['customer_id', 'email', 'phone'] as const),
  ...(['ordered_at', 'channel', 'status', 'currency'] as const),
] as const

function listFields(table: TableName): Field[] {
  return Object.entries(kinds[table]).map(([field, kind]) => ({
    field,
    kind,
    required: required[table].includes(field),
    // A sale without a customer still counts as revenue.
    emptyAllowed: table === 'orders' && field === 'customer_id',
    contact: table !== 'customers' && Object.hasOwn(contacts, field),
    synonyms: fieldSynonyms[table][field] ?? [],
  }))
}

/** The fields of each table, in the order in which they are offered. */
export const tableFields: Record<TableName, readonly Field[]> = {
  customers: listFields('customers'),
  orders: listFields('orders'),
  products: listFields('products'),
  reviews: listFields('reviews'),
  interactions: listFields('interactions'),
  links: listFields('links'),
  campaigns: listFields('campaigns'),
}

/** Whether an e-mail address or a phone number tells who the customer is, with or without a customer_id beside it. */
export function hasContact({ columns }: { columns: Record<string, number> }): boolean {
  return contactFields.some((field) => columns[field] !== undefined)
}

/** Whether some column tells who the customer is. */
export function namesCustomers(mapping: { columns: Record<string, number> }): boolean {
  return mapping.columns.customer_id !== undefined || hasContact(mapping)
}

/**
 * The fields that a mapping fills, in the table's order, each with its column. Beside a contact, customer_id is no
 * longer required by itself: a row needs one of them.
 */
export function mappedFields(mapping: TableColumns): MappedField[] {
  const contact = hasContact(mapping)
  return tableFields[mapping.table].flatMap((field) => {
    const column = mapping.columns[field.field]
    if (column === undefined) return []
    return [{ ...field, column, required: field.required && !(field.field === 'customer_id' && contact) }]
  })
}

/**
 * The fields without which a mapping cannot be imported; empty when it can. `customer_id` stands for an id, an e-mail
 * address or a phone number (none is needed where rows are numbered), `amount` for an amount, a quantity with a unit price or packed products, `text` for a rating or a text.
 */
export function missingFields(mapping: TableColumns): string[] {
  const { table, columns } = mapping
  const has = (field: string) => columns[field] !== undefined
  const missing = required[table].filter(
    (field) => !has(field) && !(field === 'customer_id' && (hasContact(mapping) || mapping.numbered)),
  )
  const isPriced = has('amount') || has('items') || (has('quantity') && has('unit_price'))
  if (table === 'orders' && !isPriced) missing.push('amount')
  if (table === 'reviews' && !has('rating') && !has('text')) missing.push('text')
  return missing
}

/** Whether fields of one table may read the same column: a shop whose customer number is the e-mail or the phone. */
function mayShare(fields: readonly string[]): boolean {
  const [first, second, ...more] = fields
  return more.length === 0 && first === 'customer_id' && contactFields.some((contact) => contact === second)
}

/** The columns that feed more than one field of a table and must not, with those fields in the table's order. */
export function repeatedColumns(mapping: TableColumns): { column: number; fields: string[] }[] {
  const byColumn = new Map<number, string[]>()
  for (const { field, column } of mappedFields(mapping)) {
    byColumn.set(column, [...(byColumn.get(column) ?? []), field])
  }
  return [...byColumn]
    .filter(([, fields]) => fields.length > 1 && !mayShare(fields))
    .map(([column, fields]) => ({ column, fields }))
}
