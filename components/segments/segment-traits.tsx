import { useTranslations } from 'next-intl'
import { describeFeature } from '@/lib/features/catalogue'
import { formatFeature } from '@/lib/features/format'
import { wordFeature } from '@/lib/features/words'
import type { SegmentationResult, SegmentView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { traitTitle } from './segment-title'
import { isToldByMedian, typicalValue } from './typical'

export type SegmentTraitsProps = {
  segment: Pick<SegmentView, 'suggestion' | 'profile'>
  result: Pick<SegmentationResult, 'features'>
  formats: Formats
}

/** What sets a segment apart, with its numbers beside everyone's. */
export function SegmentTraits({ segment, result, formats }: SegmentTraitsProps) {
  const t = useTranslations('segments.segment')
  const words = useTranslations('segment-names')
  const features = useTranslations('features')
  const { traits } = segment.suggestion
  if (traits.length === 0) return <p className="text-sm text-muted">{t('noTraits')}</p>
  return (
    <ul className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {traits.map((trait) => {
        const unit = describeFeature(trait.feature)?.unit
        const own = segment.profile.features.find((feature) => feature.id === trait.feature)
        const overall = result.features.find((feature) => feature.id === trait.feature)
        const value = own && overall ? typicalValue(overall.transform, own) : null
        const reference = overall ? typicalValue(overall.transform, overall) : null
        return (
          <li key={trait.feature} className="text-sm">
            <span className="block font-medium first-letter:uppercase">{traitTitle(words, trait)}</span>
            {unit && overall && value !== null && reference !== null ? (
              <span className="block text-muted tabular-nums">
                {t(isToldByMedian(overall.transform) ? 'traitMedian' : 'trait', {
                  feature: wordFeature(features, trait.feature).name,
                  value: formatFeature(formats, unit, value),
                  overall: formatFeature(formats, unit, reference),
                })}
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
