import type { TableName } from '@/lib/warehouse/tables'
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
  /** A column must be mapped, and a row without a value is rejected unless `emptyAllowed`. */
  required: boolean
  emptyAllowed: boolean
  /** Normalised headers (see normaliseHeader), best first. */
  synonyms: readonly string[]
}

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
    ordered_at: 'datetime',
    product_id: 'id',
    product_title: 'text',
    quantity: 'number',
    unit_price: 'money',
    discount: 'money',
    amount: 'money',
    channel: 'text',
    status: 'text',
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
    description: 'text',
  },
  reviews: {
    review_id: 'id',
    product_id: 'id',
    customer_id: 'id',
    rating: 'rating',
    title: 'text',
    text: 'text',
    reviewed_on: 'date',
  },
} as const satisfies Record<TableName, Record<string, FieldKind>>

const required: Record<TableName, readonly string[]> = {
  customers: ['customer_id'],
  orders: ['customer_id', 'ordered_at'],
  products: ['product_id'],
  reviews: [],
}

function listFields(table: TableName): Field[] {
  return Object.entries(kinds[table]).map(([field, kind]) => ({
    field,
    kind,
    required: required[table].includes(field),
    // A sale without a customer still counts as revenue.
    emptyAllowed: table === 'orders' && field === 'customer_id',
    synonyms: fieldSynonyms[table][field] ?? [],
  }))
}

/** The fields of each table, in the order in which they are offered. */
export const tableFields: Record<TableName, readonly Field[]> = {
  customers: listFields('customers'),
  orders: listFields('orders'),
  products: listFields('products'),
  reviews: listFields('reviews'),
}

/**
 * The fields without which a mapping cannot be imported; empty when it can. `amount` stands for an amount or a
 * quantity with a unit price, `text` for a rating or a text.
 */
export function missingFields(mapping: { table: TableName; columns: Record<string, number> }): string[] {
  const { table, columns } = mapping
  const has = (field: string) => columns[field] !== undefined
  const missing = required[table].filter((field) => !has(field))
  if (table === 'orders' && !has('amount') && !(has('quantity') && has('unit_price'))) missing.push('amount')
  if (table === 'reviews' && !has('rating') && !has('text')) missing.push('text')
  return missing
}
