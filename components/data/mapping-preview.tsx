'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import {
  Table,
  TableBody,
  TableCaption,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import type { Inspection, Mapping } from '@/lib/data/schema'
import { preparePreview } from './preview'
import { PreviewRecord } from './preview-record'
import { useFieldName } from './use-field-name'

const numericKinds = new Set(['number', 'integer', 'money', 'rating'])

/** The file's first rows as they will be read under the mapping as it stands. */
export function MappingPreview({ inspection, mapping }: { inspection: Inspection; mapping: Mapping }) {
  const t = useTranslations('data.mapping')
  const fieldName = useFieldName()
  const { headers, sample } = inspection
  const preview = useMemo(() => preparePreview(mapping, headers, sample), [mapping, headers, sample])
  const count = preview.rows.length
  const columns = preview.columns.map(({ field }) => ({ field, numeric: numericKinds.has(field.kind) }))
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('previewTitle')}</CardTitle>
          <CardDescription>{t('previewDescription', { count })}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        {count === 0 || columns.length === 0 ? (
          <p className="text-sm text-muted">{t(count === 0 ? 'previewEmpty' : 'previewNone')}</p>
        ) : (
          <>
            <p className="min-h-5 text-sm" aria-live="polite">
              {preview.bad > 0 ? t('previewBad', { bad: preview.bad, count }) : t('previewGood', { count })}
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
                        {fieldName(mapping.table, field.field)}
                      </TableHeader>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {preview.rows.map((row) => (
                    <PreviewRecord
                      key={row.position}
                      row={row}
                      record={sample[row.position - 1] ?? []}
                      columns={columns}
                      table={mapping.table}
                      headerCount={headers.length}
                    />
                  ))}
                </TableBody>
              </Table>
            </TableScroll>
          </>
        )}
      </CardBody>
    </Card>
  )
}
