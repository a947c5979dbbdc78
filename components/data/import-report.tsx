import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import type { ImportDetail } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { ImportContents } from './import-contents'
import { ResultHeading } from './result-heading'
import { UndoImportButton } from './undo-import-button'

type ImportReportProps = { detail: ImportDetail; canEdit: boolean; formats: Formats }

/** What came of an import that counts, and the way to take it back. */
export function ImportReport({ detail, canEdit, formats }: ImportReportProps) {
  const t = useTranslations('data.import')
  const { id, uploadId, fileName, importedAt, rowsRead, rowsRejected } = detail
  const accepted = (rowsRead ?? 0) - (rowsRejected ?? 0)
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <ResultHeading state={accepted > 0 ? 'completed' : 'failed'}>
            {accepted > 0 ? t('done', { name: fileName }) : t('doneEmpty', { name: fileName })}
          </ResultHeading>
          {importedAt ? (
            <p className="mt-1 text-sm text-muted">{t('importedAt', { at: formats.dateTime(importedAt) })}</p>
          ) : null}
        </div>
        {canEdit ? <UndoImportButton detail={detail} /> : null}
      </div>
      <ImportContents
        detail={detail}
        downloadHref={canEdit ? `/api/imports/${id}/rejected` : null}
        mappingHref={canEdit ? `/data/upload/${uploadId}` : null}
        formats={formats}
      />
      <Card>
        <CardHeader>
          <CardTitle>{t('next')}</CardTitle>
        </CardHeader>
        <CardBody className="flex flex-wrap gap-2">
          {canEdit && detail.tables.includes('orders') ? (
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
