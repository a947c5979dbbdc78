import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import type { ExportRecord } from '@/lib/segments/export-schema'
import type { Formats } from '@/lib/shared/formatting'
import { isExportColumn } from './export-column'
import { describeLeftOut } from './left-out'

const tones: Record<ExportRecord['outcome'], Tone> = {
  started: 'info',
  completed: 'success',
  interrupted: 'warning',
}

export type ExportLogProps = { records: readonly ExportRecord[]; formats: Formats }

/** Every export of the workspace, newest first. */
export function ExportLog({ records, formats }: ExportLogProps) {
  const t = useTranslations('exports')
  const columnName = (column: string) => (isExportColumn(column) ? t(`columnNames.${column}`) : column)
  return (
    <TableScroll label={t('tableLabel')}>
      <Table className="min-w-5xl">
        <TableCaption>{t('tableLabel')}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('columns.when')}</TableHeader>
            <TableHeader>{t('columns.who')}</TableHeader>
            <TableHeader>{t('columns.segment')}</TableHeader>
            <TableHeader>{t('columns.purpose')}</TableHeader>
            <TableHeader>{t('columns.format')}</TableHeader>
            <TableHeader>{t('columns.columns')}</TableHeader>
            <TableHeader numeric>{t('columns.rows')}</TableHeader>
            <TableHeader>{t('columns.outcome')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {records.map((record) => (
            <TableRow key={record.id}>
              <TableCell className="whitespace-nowrap">{formats.dateTime(record.createdAt)}</TableCell>
              <TableCell>{record.createdBy ?? t('unknownUser')}</TableCell>
              <TableCell className="max-w-64 min-w-40">
                {record.href ? (
                  <TextLink href={record.href}>{record.segmentName}</TextLink>
                ) : (
                  record.segmentName
                )}
                <span className="block text-xs text-muted">
                  {record.sourceName === null
                    ? t('deletedSource')
                    : t('segmentation', { name: record.sourceName })}
                </span>
              </TableCell>
              <TableCell className="max-w-48 min-w-32 break-words">
                {record.purpose ? t(`purposes.${record.purpose.kind}`) : t('noPurpose')}
                {record.purpose?.note ? (
                  <span className="block text-xs text-muted">{record.purpose.note}</span>
                ) : null}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                {t(`formats.${record.format}.name`)}
                {record.pseudonymised ? (
                  <span className="block text-xs text-muted">{t('pseudonymised')}</span>
                ) : null}
              </TableCell>
              <TableCell className="max-w-80 min-w-48 text-xs text-muted">
                {formats.list(record.columns.map(columnName))}
              </TableCell>
              <TableCell numeric>
                {record.rows === null ? t('noRows') : formats.integer(record.rows)}
                {record.leftOut
                  ? describeLeftOut(t, record.leftOut).map((reason) => (
                      <span key={reason} className="block text-xs text-muted">
                        {t('leftOut.text', { reasons: reason })}
                      </span>
                    ))
                  : null}
              </TableCell>
              <TableCell>
                <Badge tone={tones[record.outcome]}>{t(`outcomes.${record.outcome}`)}</Badge>
                {record.outcome === 'interrupted' ? (
                  <span className="mt-1 block min-w-40 text-xs text-muted">
                    {t('outcomeHints.interrupted')}
                  </span>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
