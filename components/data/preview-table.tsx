'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import {
  Table,
  TableBody,
  TableCaption,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import type { Mapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { isNumberKind } from './field-kinds'
import { preparePreview } from './preview'
import { PreviewRecord } from './preview-record'
import { useFieldName } from './use-field-name'

type PreviewTableProps = { file: InspectionResult; mapping: Mapping; index: number; table: TableName }

/** The rows of one table as the file's first records make them. */
export function PreviewTable({ file, mapping, index, table }: PreviewTableProps) {
  const t = useTranslations('data.mapping')
  const fieldName = useFieldName()
  const preview = useMemo(() => preparePreview(mapping, index, file), [mapping, index, file])
  const columns = preview.columns.map((field) => ({ field, numeric: isNumberKind(field.kind) }))
  const count = preview.rows.length
  if (count === 0 || columns.length === 0) {
    const none =
      file.sample.length === 0 ? 'previewEmpty' : columns.length === 0 ? 'previewNone' : 'previewNoKey'
    const text = mapping.tables[index]?.numbered && none === 'previewNone' ? t('previewNumbered') : t(none)
    return <p className="text-sm text-muted">{text}</p>
  }
  const verdict =
    index > 0
      ? t('previewGathered', { count })
      : preview.bad > 0
        ? t('previewBad', { bad: preview.bad, count })
        : t('previewGood', { count })
  return (
    <>
      <p className="min-h-5 text-sm" aria-live="polite">
        {verdict}
      </p>
      <TableScroll label={t('previewLabel')} className="max-h-96">
        <Table>
          <TableCaption>{t('previewLabel')}</TableCaption>
          <TableHead className="sticky top-0 z-10">
            <TableRow>
              <TableHeader numeric className="w-14">
                {t('previewRow')}
              </TableHeader>
              {columns.map(({ field, numeric }) => (
                <TableHeader key={field.field} numeric={numeric}>
                  {fieldName(table, field.field)}
                </TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {preview.rows.map((row) => (
              <PreviewRecord
                key={row.position}
                row={row}
                record={file.sample[row.position - 1] ?? []}
                columns={columns}
                table={table}
                headerCount={file.headers.length}
              />
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </>
  )
}
