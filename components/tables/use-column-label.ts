import { useFieldName } from '@/components/data/use-field-name'
import type { Column } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'

/** Names a column in the reader's language; an attribute by the header it had in the file. */
export function useColumnLabel(table: TableName): (column: Column) => string {
  const fieldName = useFieldName()
  return ({ key, attribute }) => attribute ?? fieldName(table, key)
}
