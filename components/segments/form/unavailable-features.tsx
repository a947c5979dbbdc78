'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Disclosure } from '@/components/data/disclosure'
import type { SnapshotSummary } from '@/lib/segments/snapshot-schema'
import { useFeatureText } from '../use-feature-text'

export type UnavailableFeature = SnapshotSummary['unavailable'][number]

/** What the data cannot give, each with what it would take. */
export function UnavailableFeatures({ features }: { features: readonly UnavailableFeature[] }) {
  const t = useTranslations('segmentForm')
  const text = useFeatureText()
  const formats = useFormats()
  if (features.length === 0) return null
  return (
    <Disclosure summary={t('features.unavailable', { count: features.length })}>
      <ul className="grid gap-x-6 gap-y-3 pl-5 text-muted sm:grid-cols-2">
        {features.map(({ id, needs }) => (
          <li key={id} className="min-w-0">
            <span className="text-text">{text.name(id)}</span>
            <span className="block">{t('needs', { columns: formats.list(needs.map(text.need)) })}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
