'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Select } from '@/components/ui/select'
import { groupBySegmentation, type NamedRuleSegment } from './name-rule-segments'

type SegmentSelectProps = {
  segments: readonly NamedRuleSegment[]
  value: string
  onChange: (segmentId: string) => void
  /** spoken name, where no label stands beside it */
  label?: string
}

/** Any segment of any finished segmentation. */
export function SegmentSelect({ segments, value, onChange, label }: SegmentSelectProps) {
  const t = useTranslations('rules.segments')
  const formats = useFormats()
  const isGone = value !== '' && !segments.some(({ id }) => id === value)
  return (
    <Select
      aria-label={label}
      value={value}
      aria-invalid={isGone || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('choose')}</option>
      {isGone ? <option value={value}>{t('gone')}</option> : null}
      {groupBySegmentation(segments).map((group) => (
        <optgroup
          key={group.segmentation.id}
          label={t('group', { name: group.segmentation.name, date: formats.date(group.segmentation.asOf) })}
        >
          {group.segments.map(({ id, name, size }) => (
            <option key={id} value={id}>
              {t('option', { name, customers: formats.integer(size) })}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}
