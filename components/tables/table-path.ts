import type { Filter, RowSet } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'

/** The address of a table, of all rows or of those chosen. */
export function tablePath(table: TableName, chosen: { rows?: RowSet; filters?: Filter[] } = {}): string {
  const search = new URLSearchParams()
  if (chosen.rows) search.set('rows', chosen.rows)
  if (chosen.filters?.length) search.set('filters', JSON.stringify(chosen.filters))
  return `/data/tables/${table}${search.size > 0 ? `?${search}` : ''}`
}
