'use client'

import { useTranslations } from 'next-intl'
import { AppError } from '@/lib/shared/errors'

/** The sentence of a failure; one that is not an AppError is called unexpected. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors')
  return (error) => {
    if (error instanceof AppError && t.has(error.code)) return t(error.code, error.params)
    return t('unknown')
  }
}
