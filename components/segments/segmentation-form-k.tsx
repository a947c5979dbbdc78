'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { maximumK } from '@/lib/segments/settings-schema'

const firstByHand = 5

export type SegmentationFormKProps = {
  k: number | 'auto'
  onChange: (k: number | 'auto') => void
  error: string | null
}

/** The number of segments: left to the data, or chosen. */
export function SegmentationFormK({ k, onChange, error }: SegmentationFormKProps) {
  const t = useTranslations('segmentForm')
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label={t('k')}
        look="cards"
        value={k === 'auto' ? 'auto' : 'hand'}
        onValueChange={(value) => onChange(value === 'auto' ? 'auto' : firstByHand)}
        options={[
          { value: 'auto', label: t('kAuto'), description: t('kAutoHint') },
          { value: 'hand', label: t('kHand'), description: t('kHandHint', { maximum: maximumK }) },
        ]}
      />
      {k === 'auto' ? null : (
        <Field label={t('kCount')} error={error} className="max-w-48">
          <Input
            type="number"
            inputMode="numeric"
            min={2}
            max={maximumK}
            value={Number.isNaN(k) ? '' : k}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
        </Field>
      )}
    </div>
  )
}
