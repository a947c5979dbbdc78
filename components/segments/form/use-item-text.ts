'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { parseFeatureId } from '@/lib/features/feature-id'
import { formatFeature } from '@/lib/features/format'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import { useFeatureText } from '../use-feature-text'
import type { FeatureSign } from './feature-signs'
import type { FormItem } from './form-item'

const levelsShown = 3

function order({ id, mean }: SnapshotFeature): number {
  const parsed = parseFeatureId(id)
  return parsed?.kind === 'level' && parsed.value === null ? -1 : mean
}

/** Names, meanings and figures of what the form offers. */
export function useItemText() {
  const t = useTranslations('segmentForm')
  const feature = useFeatureText()
  const formats = useFormats()

  function name({ key, ids, field }: FormItem): string {
    if (field === null) return feature.name(key)
    return t('features.levels', { name: feature.field(field), count: ids.length })
  }

  /** Shares of a field's values, the largest first, all rarer ones together last. */
  function levels(figures: readonly SnapshotFeature[]): string {
    const sorted = [...figures].sort((a, b) => order(b) - order(a))
    const shown = sorted
      .slice(0, levelsShown)
      .map(({ id, mean }) =>
        t('features.levelShare', { value: feature.level(id), share: formats.percent(mean) }),
      )
    const rest = sorted.length - shown.length
    return [...shown, ...(rest > 0 ? [t('features.moreLevels', { count: rest })] : [])].join(' · ')
  }

  return {
    name,
    meaning: (item: FormItem) =>
      item.field === null ? feature.meaning(item.key) : t('features.levelsMeaning'),
    sign({ unit }: SnapshotFeature, sign: FeatureSign): string {
      switch (sign.kind) {
        case 'gaps': {
          const share = formats.percent(sign.share, sign.share < 0.1 ? 1 : 0)
          return t(sign.tone === 'warning' ? 'signs.manyGaps' : 'signs.gaps', { share })
        }
        case 'mostly':
          return t('signs.mostly', { value: formatFeature(formats, unit, sign.value) })
        default:
          return t(`signs.${sign.kind}`)
      }
    },
    /** median and range of a feature, or the shares of a field's values */
    figures(item: FormItem, figures: readonly SnapshotFeature[], customers: number): string {
      const [only] = figures
      if (item.field !== null || !only) return levels(figures)
      if (only.missing >= customers) return t('features.noValues')
      const write = (value: number) => formatFeature(formats, only.unit, value)
      if (only.min === only.max) return t('features.figuresSame', { value: write(only.min) })
      return t('features.figures', { median: write(only.median), min: write(only.min), max: write(only.max) })
    },
  }
}
