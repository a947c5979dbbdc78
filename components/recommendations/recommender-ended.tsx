import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import type { RecommenderSummary } from '@/lib/recommendations/schema'

export type RecommenderEndedProps = {
  state: 'failed' | 'cancelled'
  error: RecommenderSummary['error']
  canEdit: boolean
}

/** A training without a result: why, and the way to another one. */
export function RecommenderEnded({ state, error, canEdit }: RecommenderEndedProps) {
  const t = useTranslations('recommendations.detail')
  const errors = useTranslations('errors')
  const reason = error && errors.has(error.code) ? errors(error.code, error.params) : t('failed')
  return (
    <Alert
      tone={state === 'failed' ? 'danger' : 'info'}
      title={t(state === 'failed' ? 'failedTitle' : 'cancelledTitle')}
      actions={canEdit ? <ButtonLink href="/recommendations/new">{t('again')}</ButtonLink> : null}
    >
      {state === 'cancelled' ? t('cancelled') : reason}
    </Alert>
  )
}
