'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { featureById } from '@/lib/features/catalogue'
import { formatFeature } from '@/lib/features/format'

/** How features and their values are written. */
export function useFeatureText() {
  const t = useTranslations('features')
  const formats = useFormats()
  return {
    name: (feature: string) => t(`${feature}.name`),
    value: (feature: string, value: number | null) =>
      value === null ? '–' : formatFeature(formats, featureById(feature)?.unit ?? 'decimal', value),
  }
}
