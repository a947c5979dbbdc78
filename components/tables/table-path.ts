import type { RowSet } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'

/** The address of a table, of all rows or of a set of them. */
export function tablePath(table: TableName, { rows }: { rows?: RowSet } = {}): string {
  return `/data/tables/${table}${rows ? `?${new URLSearchParams({ rows })}` : ''}`
}
