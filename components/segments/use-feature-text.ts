'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { describeFeature } from '@/lib/features/catalogue'
import type { Need } from '@/lib/features/feature'
import { parseFeatureId } from '@/lib/features/feature-id'
import { formatFeature } from '@/lib/features/format'
import { conditionOf } from '@/lib/features/needs'
import { wordFeature, wordField, wordFieldValue } from '@/lib/features/words'

/** How features and their values are written. */
export function useFeatureText() {
  const t = useTranslations('features')
  const data = useTranslations('data')
  const formats = useFormats()
  return {
    name: (feature: string) => wordFeature(t, feature).name,
    meaning: (feature: string) => wordFeature(t, feature).meaning,
    value: (feature: string, value: number | null) =>
      value === null ? '–' : formatFeature(formats, describeFeature(feature)?.unit ?? 'decimal', value),
    /** gender, country, city, email_kind or attribute:<name> */
    field: (field: string) => wordField(t, field),
    /** the value that the id of a level stands for */
    level(feature: string): string {
      const parsed = parseFeatureId(feature)
      return parsed?.kind === 'level' ? wordFieldValue(t, parsed.field, parsed.value) : feature
    },
    /** what a feature needs that the data does not have */
    need({ table, column }: Pick<Need, 'column'> & { table: string }): string {
      const condition = conditionOf({ column })
      if (condition) return t(`needs.${condition}`)
      return t('needs.column', {
        field: data(`fields.${table}.${column}`),
        table: data(`tables.${table}.name`),
      })
    },
  }
}
