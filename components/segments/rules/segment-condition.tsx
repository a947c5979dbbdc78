'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { DraftSegment } from './draft'
import type { NamedRuleSegment } from './name-rule-segments'
import { SegmentSelect } from './segment-select'

type SegmentConditionProps = {
  condition: DraftSegment
  segments: readonly NamedRuleSegment[]
  onChange: (condition: DraftSegment) => void
}

/** Whether the customer is in a segment of another segmentation. */
export function SegmentCondition({ condition, segments, onChange }: SegmentConditionProps) {
  const t = useTranslations('rules.condition')
  const { member, segmentId } = condition
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <Select
        aria-label={t('membership')}
        wrapperClassName="w-auto"
        value={member ? 'in' : 'out'}
        onChange={(event) => onChange({ ...condition, member: event.target.value === 'in' })}
      >
        <option value="in">{t('isIn')}</option>
        <option value="out">{t('isNotIn')}</option>
      </Select>
      <div className="w-full min-w-0 sm:w-80">
        <SegmentSelect
          label={t('segment')}
          segments={segments}
          value={segmentId}
          onChange={(id) => onChange({ ...condition, segmentId: id })}
        />
      </div>
    </div>
  )
}
