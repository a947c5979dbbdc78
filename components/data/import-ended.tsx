import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import type { ImportSummary } from '@/lib/data/schema'
import { ResultHeading } from './result-heading'

type ImportEndedProps = {
  state: 'failed' | 'cancelled'
  fileName: string
  error: ImportSummary['error']
  retryHref: string | null
}

/** An import that brought nothing in: why, that nothing changed, and the way back to its mapping. */
export function ImportEnded({ state, fileName, error, retryHref }: ImportEndedProps) {
  const t = useTranslations('data.import')
  const errors = useTranslations('errors')
  const code = error?.code as Parameters<typeof errors>[0]
  const reason = error && errors.has(code) ? errors(code, error.params) : null
  return (
    <section className="flex flex-col gap-2 rounded-xl border border-border bg-surface p-5">
      <ResultHeading state={state}>
        {state === 'failed' ? t('failed', { name: fileName }) : t('cancelled')}
      </ResultHeading>
      {reason ? <p className="text-sm">{reason}</p> : null}
      <p className="text-sm text-muted">{t(state === 'failed' ? 'failedKeep' : 'cancelledKeep')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {retryHref ? (
          <ButtonLink variant="primary" href={retryHref}>
            {t('tryAgain')}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/data">{t('seeData')}</ButtonLink>
      </div>
    </section>
  )
}
