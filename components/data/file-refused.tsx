import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import type { PublicError } from '@/lib/shared/errors'

/** Why an uploaded file cannot be read, and the way to another one. */
export function FileRefused({ error }: { error: PublicError }) {
  const t = useTranslations('data.mapping')
  const errors = useTranslations('errors')
  const code = error.code as Parameters<typeof errors>[0]
  return (
    <Alert
      tone="danger"
      title={t('refused')}
      actions={
        <ButtonLink size="sm" href="/data/upload">
          {t('anotherFile')}
        </ButtonLink>
      }
    >
      {errors.has(code) ? errors(code, error.params) : null}
    </Alert>
  )
}
