import { type Field, tableFields } from '@/lib/csv/fields'
import type { TableName } from '@/lib/warehouse/tables'

export type FieldNeed = 'required' | 'oneOf' | 'optional'

/** Fields that can stand for each other: some of them must be mapped. */
const alternatives: Partial<Record<TableName, readonly string[]>> = {
  orders: ['amount', 'quantity', 'unit_price', 'items'],
  reviews: ['rating', 'text'],
}
const rank: Record<FieldNeed, number> = { required: 0, oneOf: 1, optional: 2 }

/** With `named`, an e-mail address or a phone number tells who the customer is, and no customer number is needed. */
export function fieldNeed(table: TableName, { field, required }: Field, named: boolean): FieldNeed {
  if (required) return field === 'customer_id' && named ? 'optional' : 'required'
  return alternatives[table]?.includes(field) ? 'oneOf' : 'optional'
}

/** A table's fields as the mapping shows them: those it cannot do without first. Choices do not change their order. */
export function orderFields(table: TableName, named: boolean): { field: Field; need: FieldNeed }[] {
  return [...tableFields[table]]
    .sort((a, b) => rank[fieldNeed(table, a, false)] - rank[fieldNeed(table, b, false)])
    .map((field) => ({ field, need: fieldNeed(table, field, named) }))
}
