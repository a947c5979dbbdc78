import type { Field } from '@/lib/csv/fields'
import type { TableMapping } from '@/lib/csv/mapping'
import {
  attributeKey,
  hasPersonalValues,
  isDecidable,
  type Judgement,
  judgePersonal,
  personalFields,
} from '@/lib/csv/personal-columns'
import type { InspectionResult } from '@/lib/data/schema'
import type { CustomerChoices } from '@/lib/privacy/personal-columns-schema'
import type { TableName } from '@/lib/warehouse/tables'

type File = Pick<InspectionResult, 'headers' | 'columns'>

/** A column of customers of which somebody can say whether it is personal: `field`, or kept under its own header. */
export type DecidableColumn = { key: string; column: number; field: string | null; judgement: Judgement }

/** The columns of customers that can be called personal or not, fields first, as things stand. */
export function decidableColumns(
  { headers, columns: profiles }: File,
  { columns, attributes = [] }: TableMapping,
  decided: CustomerChoices,
): DecidableColumn[] {
  const fields = Object.entries(columns).map(([field, column]) => ({ key: field, column, field }))
  const kept = attributes.map((column) => ({ key: attributeKey(headers[column] ?? ''), column, field: null }))
  return [...fields, ...kept]
    .filter(({ key }) => isDecidable(key))
    .map((one) => {
      const profile = profiles[one.column]
      const hasValues = () => profile !== undefined && hasPersonalValues(profile)
      return { ...one, judgement: judgePersonal(one.key, decided[one.key], hasValues) }
    })
}

/** Whether a field is marked as personal: by itself, or as an id whose values are e-mail addresses or phone numbers. */
export function isPersonalField(
  table: TableName,
  { field, contact }: Pick<Field, 'field' | 'contact'>,
  type: InspectionResult['columns'][number]['type'] | undefined,
): boolean {
  if (field === 'customer_id') return type === 'email' || type === 'phone'
  return contact || (table === 'customers' && personalFields.includes(field))
}
