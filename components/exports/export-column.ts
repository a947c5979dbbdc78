import { exportColumns } from '@/lib/segments/schema'

export type ExportColumn = (typeof exportColumns)[number]

/** Whether a recorded column is one the interface has a name for. */
export function isExportColumn(column: string): column is ExportColumn {
  return exportColumns.includes(column as ExportColumn)
}
