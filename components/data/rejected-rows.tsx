import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button-classes'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import type { ImportReport } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import type { TableName } from '@/lib/warehouse/tables'
import { useFieldName } from './use-field-name'

type RejectedRowsProps = {
  table: TableName
  rejected: ImportReport['rejected']
  /** null for those who may not take data out */
  downloadHref: string | null
  mappingHref: string | null
  formats: Formats
}

/** Why rows were rejected, where each reason first occurs, what to do about it, and the rows to download. */
export function RejectedRows({ table, rejected, downloadHref, mappingHref, formats }: RejectedRowsProps) {
  const t = useTranslations('data.import')
  const fieldName = useFieldName()
  const reason = ({ reason, field }: ImportReport['rejected'][number]) =>
    reason === 'missing' && !field
      ? t('reasons.missingRow')
      : t(`reasons.${reason}`, { field: field ? fieldName(table, field) : '' })
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('rejectedTitle')}</CardTitle>
          <CardDescription>{t('rejectedDescription')}</CardDescription>
        </div>
        <div className="flex flex-wrap gap-2">
          {mappingHref ? (
            <ButtonLink size="sm" href={mappingHref}>
              {t('columns')}
            </ButtonLink>
          ) : null}
          {downloadHref ? (
            <a href={downloadHref} download className={buttonClasses('secondary', 'sm')}>
              <Download aria-hidden />
              {t('download')}
            </a>
          ) : null}
        </div>
      </CardHeader>
      <CardBody>
        <ul className="divide-y divide-border rounded-xl border border-border">
          {rejected.map((entry) => (
            <li
              key={`${entry.reason}-${entry.field}`}
              className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-2"
            >
              <div className="min-w-0">
                <p className="font-medium">{t('entry', { reason: reason(entry), rows: entry.rows })}</p>
                <p className="text-sm break-words text-muted">
                  {entry.column
                    ? t('firstInColumn', { line: formats.integer(entry.firstLine), column: entry.column })
                    : t('first', { line: formats.integer(entry.firstLine) })}{' '}
                  {entry.firstValue ? (
                    <q className="font-mono text-text">{entry.firstValue.slice(0, 120)}</q>
                  ) : entry.reason === 'erased' ? null : (
                    t('emptyValue')
                  )}
                </p>
              </div>
              <p className="text-sm text-muted">{t(`hints.${entry.reason}`)}</p>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
