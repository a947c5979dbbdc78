import { type Field, tableFields } from '@/lib/csv/fields'
import type { TableName } from '@/lib/warehouse/tables'

export type FieldNeed = 'required' | 'oneOf' | 'optional'

/** Fields that can stand for each other: some of them must be mapped. */
const alternatives: Partial<Record<TableName, readonly string[]>> = {
  orders: ['amount', 'quantity', 'unit_price'],
  reviews: ['rating', 'text'],
}
const rank: Record<FieldNeed, number> = { required: 0, oneOf: 1, optional: 2 }

export function fieldNeed(table: TableName, field: Field): FieldNeed {
  if (field.required) return 'required'
  return alternatives[table]?.includes(field.field) ? 'oneOf' : 'optional'
}

/** A table's fields as the mapping shows them: those it cannot do without first. */
export function orderFields(table: TableName): { field: Field; need: FieldNeed }[] {
  return tableFields[table]
    .map((field) => ({ field, need: fieldNeed(table, field) }))
    .sort((a, b) => rank[a.need] - rank[b.need])
}
