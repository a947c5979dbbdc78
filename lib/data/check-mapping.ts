import { missingFields, namesCustomers, repeatedColumns, tableFields } from '@/lib/csv/fields'
import type { Mapping } from '@/lib/csv/mapping'
import { AppError } from '@/lib/shared/errors'
import type { TableName } from '@/lib/warehouse/tables'

/** Tables that a file of something else can feed in passing. */
const gatheredTables: readonly TableName[] = ['customers', 'products']

/** The mapping itself; throws an AppError when a file of `columns` columns or the tables have no such columns. */
export function checkMapping(mapping: Mapping, columns: number): Mapping {
  const names = mapping.tables.map(({ table }) => table)
  if (new Set(names).size < names.length) throw new AppError('mappingInvalid')
  if (names.slice(1).some((table) => !gatheredTables.includes(table))) throw new AppError('mappingInvalid')
  for (const [index, table] of mapping.tables.entries()) {
    const known = new Set(tableFields[table.table].map(({ field }) => field))
    const positions = [...Object.values(table.columns), ...(table.attributes ?? [])]
    const valid =
      Object.keys(table.columns).every((field) => known.has(field)) &&
      positions.every((column) => column < columns)
    const numberable = index === 0 && table.table === 'customers' && !namesCustomers(table)
    if (!valid || (table.numbered && !numberable)) throw new AppError('mappingInvalid')
    if (repeatedColumns(table).length > 0) throw new AppError('columnUsedTwice')
    const missing = missingFields(table)
    if (missing.length > 0) throw new AppError('fieldsMissing', { fields: missing.join(', ') })
  }
  return mapping
}
