'use client'

import { useTranslations } from 'next-intl'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { importanceOf, importances } from './preparations'

export type ImportanceChoiceProps = { weight: number; onChange: (weight: number) => void }

/** How much a figure counts. */
export function ImportanceChoice({ weight, onChange }: ImportanceChoiceProps) {
  const t = useTranslations('segmentForm.prepare.importance')
  return (
    <div className="flex flex-col items-start gap-2">
      <span className="text-sm font-medium">{t('title')}</span>
      <SegmentedControl
        label={t('title')}
        value={importanceOf(weight)}
        onValueChange={(name) => onChange(importances[name])}
        options={(['half', 'normal', 'double', 'triple'] as const).map((name) => ({
          value: name,
          label: t(`options.${name}`),
        }))}
      />
      <p className="text-sm text-muted">{t('hint')}</p>
    </div>
  )
}
