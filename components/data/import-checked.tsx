import { useTranslations } from 'next-intl'
import type { ImportDetail } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { ImportContents } from './import-contents'
import { ImportDecision } from './import-decision'
import { ResultHeading } from './result-heading'

type ImportCheckedProps = { detail: ImportDetail; canEdit: boolean; formats: Formats }

/** What importing a checked file would do, and the decision. */
export function ImportChecked({ detail, canEdit, formats }: ImportCheckedProps) {
  const t = useTranslations('data.import')
  const { id, uploadId, fileName, rowsRead, rowsRejected, report } = detail
  const accepted = (rowsRead ?? 0) - (rowsRejected ?? 0)
  const changes = report?.tables.some(({ created, updated, removed }) => created + updated + removed > 0)
  const mappingHref = canEdit ? `/data/upload/${uploadId}` : null
  return (
    <div className="flex flex-col gap-6">
      <div>
        <ResultHeading state={accepted > 0 ? 'checked' : 'failed'}>
          {accepted > 0 ? t('checked') : t('doneEmpty', { name: fileName })}
        </ResultHeading>
        <p className="mt-1 text-sm text-muted">
          {accepted === 0 ? t('checkedEmpty') : changes ? t('checkedDescription') : t('checkedSame')}
        </p>
      </div>
      <ImportContents
        detail={detail}
        downloadHref={canEdit ? `/api/imports/${id}/rejected` : null}
        mappingHref={null}
        formats={formats}
      />
      {mappingHref ? (
        <ImportDecision importId={id} rows={accepted} mappingHref={mappingHref} />
      ) : (
        <p className="text-sm text-muted">{t('checkedViewer')}</p>
      )}
    </div>
  )
}
