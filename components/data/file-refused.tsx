import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import type { PublicError } from '@/lib/shared/errors'

type FileRefusedProps = {
  error: PublicError | null
  /** What else can be done than bring another file. */
  actions?: ReactNode
}

/** Why an uploaded file cannot be read, and the way to another one. */
export function FileRefused({ error, actions }: FileRefusedProps) {
  const t = useTranslations('data.mapping')
  const errors = useTranslations('errors')
  const code = (error?.code ?? 'unknown') as Parameters<typeof errors>[0]
  return (
    <Alert
      tone="danger"
      title={t('refused')}
      actions={
        <>
          {actions}
          <ButtonLink size="sm" href="/data/upload">
            {t('anotherFile')}
          </ButtonLink>
        </>
      }
    >
      {errors.has(code) ? errors(code, error?.params ?? {}) : errors('unknown')}
    </Alert>
  )
}
