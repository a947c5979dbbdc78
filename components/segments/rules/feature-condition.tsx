'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { HelpTip } from '@/components/ui/help-tip'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { describeFeature } from '@/lib/features/catalogue'
import { formatFeature } from '@/lib/features/format'
import { isShare } from '@/lib/rules/is-share'
import type { FeatureCondition as Condition } from '@/lib/rules/rule'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import { useFeatureText } from '../use-feature-text'
import { type DraftFeature, readNumber } from './draft'
import { featureOperatorKeys, offeredFeatureOperators, takesValue } from './operators'

type FeatureConditionProps = {
  condition: DraftFeature
  /** its figures as of the day; missing when the data cannot give it */
  figures: SnapshotFeature | undefined
  onChange: (condition: DraftFeature) => void
}

/** Return in a number must not save the segment. */
function keepFromSaving(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault()
}

/** A figure of the customer compared with a number. */
export function FeatureCondition({ condition, figures, onChange }: FeatureConditionProps) {
  const t = useTranslations('rules.condition')
  const operators = useTranslations('rules.operators')
  const text = useFeatureText()
  const formats = useFormats()
  const { feature, operator } = condition
  const unit = describeFeature(feature)?.unit ?? 'decimal'
  const name = text.name(feature)
  const write = (value: number) => formatFeature(formats, unit, value)
  const box = (part: 'value' | 'upper', label: string) => {
    const typed = condition[part]
    const wrong = typed.trim() !== '' && readNumber(typed, isShare(feature)) === null
    return (
      <Input
        aria-label={label}
        aria-invalid={wrong || undefined}
        inputMode="decimal"
        maxLength={30}
        onKeyDown={keepFromSaving}
        value={typed}
        onChange={(event) => onChange({ ...condition, [part]: event.target.value })}
        className="w-24"
      />
    )
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <span className="inline-flex min-w-0 items-center gap-0.5 text-sm font-medium">
          <span className="min-w-0 break-words">{name}</span>
          <HelpTip term={name}>{text.meaning(feature)}</HelpTip>
        </span>
        <Select
          aria-label={t('operatorOf', { name })}
          wrapperClassName="w-auto"
          value={operator}
          onChange={(event) =>
            onChange({ ...condition, operator: event.target.value as Condition['operator'] })
          }
        >
          {offeredFeatureOperators.map((one) => (
            <option key={one} value={one}>
              {operators(featureOperatorKeys[one])}
            </option>
          ))}
        </Select>
        {takesValue(operator)
          ? box('value', t(operator === 'between' ? 'lowerOf' : 'valueOf', { name }))
          : null}
        {operator === 'between' ? (
          <>
            <span className="text-sm text-muted">{t('and')}</span>
            {box('upper', t('upperOf', { name }))}
          </>
        ) : null}
        {takesValue(operator) ? (
          <span className="text-sm text-muted">
            {t(`units.${isShare(feature) || unit !== 'share' ? unit : 'decimal'}`)}
          </span>
        ) : null}
      </div>
      {!figures ? (
        <p className="text-sm text-danger">{t('featureGone')}</p>
      ) : (
        <p className="text-xs text-muted">
          {t('figures', {
            median: write(figures.median),
            min: write(figures.min),
            max: write(figures.max),
            missing: figures.missing,
          })}
        </p>
      )}
    </div>
  )
}
