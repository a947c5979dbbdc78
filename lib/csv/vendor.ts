import type { TableName } from '@/lib/warehouse/tables'

/** A shop's or tool's export: by which headers it is known, and what its columns mean where the headers alone mislead. */
export type Vendor = {
  id: string
  /** Headers as the export writes them (compared without case and punctuation); all are there. */
  telling: readonly string[]
  /** When given, no header is there but these. */
  only?: readonly string[]
  /** The file's own table. */
  table: TableName
  /** Table → field → headers, the first one that is there and filled; null: no column, whatever the headers say. */
  fields: Partial<Record<TableName, Record<string, readonly string[] | null>>>
  /** Headers of order totals, which serve as an amount only where each row is an order of its own. */
  totals?: readonly string[]
}
