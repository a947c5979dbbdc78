import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import type { ImportDetail } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { OrderFigures } from './order-figures'
import { RejectedRows } from './rejected-rows'
import { ResultHeading } from './result-heading'
import { RowEquation } from './row-equation'

type ImportReportProps = {
  detail: ImportDetail
  downloadHref: string | null
  canEdit: boolean
  formats: Formats
}

/** What came of a completed import. */
export function ImportReport({ detail, downloadHref, canEdit, formats }: ImportReportProps) {
  const t = useTranslations('data.import')
  const { report } = detail
  return (
    <div className="flex flex-col gap-6">
      {detail.rowsAccepted ? (
        <ResultHeading state="completed">{t('done', { name: detail.fileName })}</ResultHeading>
      ) : (
        <ResultHeading state="failed">{t('doneEmpty', { name: detail.fileName })}</ResultHeading>
      )}
      <RowEquation
        read={detail.rowsRead ?? 0}
        accepted={detail.rowsAccepted ?? 0}
        rejected={detail.rowsRejected ?? 0}
        formats={formats}
      />
      {report && report.repeatedKeys > 0 ? (
        <p className="text-sm text-muted">{t('repeatedKeys', { rows: report.repeatedKeys })}</p>
      ) : null}
      {report && report.rejected.length > 0 ? (
        <RejectedRows
          table={detail.table}
          rejected={report.rejected}
          downloadHref={downloadHref}
          mappingHref={canEdit ? `/data/upload/${detail.uploadId}` : null}
          formats={formats}
        />
      ) : null}
      {report?.orders ? <OrderFigures orders={report.orders} formats={formats} /> : null}
      {report ? <NotImported columns={report.unusedColumns} /> : null}
      <Card>
        <CardHeader>
          <CardTitle>{t('next')}</CardTitle>
        </CardHeader>
        <CardBody className="flex flex-wrap gap-2">
          {canEdit && detail.table === 'orders' ? (
            <ButtonLink variant="primary" href="/segments/new">
              {t('createSegments')}
            </ButtonLink>
          ) : null}
          <ButtonLink href="/">{t('seeOverview')}</ButtonLink>
          {canEdit ? <ButtonLink href="/data/upload">{t('uploadMore')}</ButtonLink> : null}
          <ButtonLink href="/data">{t('seeData')}</ButtonLink>
        </CardBody>
      </Card>
    </div>
  )
}

function NotImported({ columns }: { columns: string[] }) {
  const t = useTranslations('data.import')
  if (columns.length === 0) return <p className="text-sm text-muted">{t('unusedNone')}</p>
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-medium">{t('unused')}</h2>
      <ul className="flex flex-wrap gap-1.5">
        {[...new Set(columns)].map((column) => (
          <li key={column} className="max-w-full">
            <Badge>
              <span className="truncate">{column.trim() || t('unnamed')}</span>
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
