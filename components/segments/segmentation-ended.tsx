import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import type { SegmentationSummary } from '@/lib/segments/schema'

export type SegmentationEndedProps = {
  state: 'failed' | 'cancelled'
  error: SegmentationSummary['error']
  canEdit: boolean
}

/** A run without a result: why, and the way to another one. */
export function SegmentationEnded({ state, error, canEdit }: SegmentationEndedProps) {
  const t = useTranslations('segments.detail')
  const errors = useTranslations('errors')
  const features = useTranslations('features')
  const known = error && errors.has(error.code)
  const feature = error?.params.feature
  const named: Record<string, string> =
    feature && features.has(`${feature}.name`) ? { feature: features(`${feature}.name`) } : {}
  return (
    <Alert
      tone={state === 'failed' ? 'danger' : 'info'}
      title={t(state === 'failed' ? 'failedTitle' : 'cancelledTitle')}
      actions={canEdit ? <ButtonLink href="/segments/new">{t('again')}</ButtonLink> : null}
    >
      {state === 'cancelled'
        ? t('cancelled')
        : known
          ? errors(error.code, { ...error.params, ...named })
          : t('failed')}
    </Alert>
  )
}
