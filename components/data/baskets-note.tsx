'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import type { InspectionResult } from '@/lib/data/schema'

/** Why a file of baskets cannot be imported, and what can instead. */
export function BasketsNote({ evidence }: Pick<InspectionResult, 'evidence'>) {
  const t = useTranslations('data.baskets')
  const formats = useFormats()
  if (evidence.lack?.kind !== 'baskets') return null
  return (
    <Alert tone="warning" title={t('title')}>
      {t('description', { items: formats.list(evidence.lack.items) })}
    </Alert>
  )
}
