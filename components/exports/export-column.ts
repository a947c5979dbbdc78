import { type ExportColumn, exportColumns, exportFormats } from '@/lib/segments/export-schema'

/** Whether a recorded column is one the interface has a name for. */
export function isExportColumn(column: string): column is ExportColumn {
  return exportColumns.includes(column as ExportColumn)
}

/** Formats as choices: `name` and `description` under `exports.formats`. */
export const formatChoices = (t: (key: string) => string) =>
  exportFormats.map((value) => ({
    value,
    label: t(`formats.${value}.name`),
    description: t(`formats.${value}.description`),
  }))
