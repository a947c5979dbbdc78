import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import type { ImportDetail } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { ImportContents } from './import-contents'
import { ResultHeading } from './result-heading'

type ImportOverProps = {
  detail: ImportDetail
  stage: 'undone' | 'discarded'
  canEdit: boolean
  formats: Formats
}

/** An import that was taken back or never made: by whom and when, and what it held. */
export function ImportOver({ detail, stage, canEdit, formats }: ImportOverProps) {
  const t = useTranslations('data.import')
  const { fileName, undoneAt, undoneBy, uploadId, rowsRead } = detail
  const at = undoneAt ? formats.dateTime(undoneAt) : ''
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2 rounded-xl border border-border bg-surface p-5">
        <ResultHeading state="cancelled">{t(`${stage}Heading`, { name: fileName })}</ResultHeading>
        <p className="text-sm">
          {undoneBy ? t(`${stage}By`, { at, name: undoneBy }) : t(`${stage}At`, { at })}
        </p>
        <p className="text-sm text-muted">{t(`${stage}Keep`)}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          {canEdit ? <ButtonLink href={`/data/upload/${uploadId}`}>{t('importAgain')}</ButtonLink> : null}
          <ButtonLink href="/data">{t('seeData')}</ButtonLink>
        </div>
      </section>
      {rowsRead === null ? null : (
        <ImportContents detail={detail} downloadHref={null} mappingHref={null} formats={formats} />
      )}
    </div>
  )
}
