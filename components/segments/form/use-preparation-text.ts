'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { formatFeature } from '@/lib/features/format'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import { importanceOf, type Suggested } from './preparations'

/** What is done to a figure before it is compared, in one line. */
export function usePreparationText() {
  const t = useTranslations('segmentForm.prepared')
  const formats = useFormats()
  return (figures: SnapshotFeature | null, { impute, transform, scale, weight }: Suggested): string => {
    const importance = importanceOf(weight)
    const parts: string[] = []
    if (figures && figures.missing > 0) {
      const value = impute === 'mean' ? figures.mean : figures.median
      parts.push(t(`fill.${impute}`, { value: formatFeature(formats, figures.unit, value) }))
    }
    if (transform !== 'none') parts.push(t(transform))
    if (scale === 'robust') parts.push(t('robust'))
    if (importance !== 'normal') parts.push(t(`importance.${importance}`))
    return t('sentence', { parts: parts.join(' · ') || t('none') })
  }
}
