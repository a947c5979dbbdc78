'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Rules } from '@/lib/recommendations/settings-schema'
import { joinList, readList, readNumber } from './read-fields'

export type RulesFieldsProps = { rules: Rules; onChange: (rules: Rules) => void }

const boosts = { b0: 0, b25: 0.25, b50: 0.5, b100: 1 }

/** The business rules: what may be shown, to whom, and what comes first. */
export function RulesFields({ rules, onChange }: RulesFieldsProps) {
  const t = useTranslations('recommendations.rules')
  const change = (part: Partial<Rules>) => onChange({ ...rules, ...part })
  const boost = Object.entries(boosts).find(([, value]) => value === rules.marginBoost)?.[0] ?? 'b0'
  const number = (value: number | null) => (value === null ? '' : String(value))
  return (
    <div className="flex flex-col gap-5">
      <Checkbox
        label={t('inStock')}
        checked={rules.inStock}
        onChange={(event) => change({ inStock: event.target.checked })}
      />
      <Checkbox
        label={t('repeat')}
        description={t('repeatHint')}
        checked={rules.repeat}
        onChange={(event) => change({ repeat: event.target.checked })}
      />
      {rules.repeat ? null : (
        <ListField
          label={t('repeatCategories')}
          hint={t('categories')}
          byLine
          values={rules.repeatCategories}
          onChange={(repeatCategories) => change({ repeatCategories })}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('priceFrom')}>
          <Input
            type="number"
            min={0}
            value={number(rules.priceFrom)}
            onChange={(event) => change({ priceFrom: readNumber(event.target.value) })}
          />
        </Field>
        <Field label={t('priceTo')}>
          <Input
            type="number"
            min={0}
            value={number(rules.priceTo)}
            onChange={(event) => change({ priceTo: readNumber(event.target.value) })}
          />
        </Field>
        <Field label={t('perCategory')}>
          <Input
            type="number"
            min={1}
            max={50}
            value={number(rules.perCategory)}
            onChange={(event) => {
              const value = readNumber(event.target.value)
              change({ perCategory: value === null ? null : Math.min(50, Math.max(1, Math.round(value))) })
            }}
          />
        </Field>
        <Field label={t('marginBoost')}>
          <Select
            value={boost}
            onChange={(event) => change({ marginBoost: boosts[event.target.value as keyof typeof boosts] })}
          >
            {Object.keys(boosts).map((key) => (
              <option key={key} value={key}>
                {t(`boosts.${key}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <ListField
        label={t('pinnedProducts')}
        hint={t('ids')}
        values={rules.pinnedProducts}
        onChange={(pinnedProducts) => change({ pinnedProducts })}
      />
      <ListField
        label={t('barredProducts')}
        hint={t('ids')}
        values={rules.barredProducts}
        onChange={(barredProducts) => change({ barredProducts })}
      />
      <ListField
        label={t('barredCategories')}
        hint={t('categories')}
        byLine
        values={rules.barredCategories}
        onChange={(barredCategories) => change({ barredCategories })}
      />
    </div>
  )
}

/** Suitability is learnt with the data: it is set before a training, not in a preview. */
export function SuitabilityFields({ rules, onChange }: RulesFieldsProps) {
  const t = useTranslations('recommendations.rules')
  const id = useId()
  const [on, setOn] = useState(rules.suitability !== null)
  const { attribute = '', tag = '' } = rules.suitability ?? {}
  const change = (part: { attribute?: string; tag?: string }) => {
    const next = { attribute, tag, ...part }
    onChange({ ...rules, suitability: next.attribute || next.tag ? next : null })
  }
  return (
    <div className="flex flex-col gap-4">
      <Checkbox
        id={id}
        label={t('suitability')}
        description={t('suitabilityHint')}
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked)
          if (!event.target.checked) onChange({ ...rules, suitability: null })
        }}
      />
      {on ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('attribute')}>
            <Input value={attribute} onChange={(event) => change({ attribute: event.target.value })} />
          </Field>
          <Field label={t('tag')}>
            <Input value={tag} onChange={(event) => change({ tag: event.target.value })} />
          </Field>
        </div>
      ) : null}
    </div>
  )
}

type ListFieldProps = {
  label: string
  hint: string
  byLine?: boolean
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** A list as text; what is typed stays as it is until the list it stands for changes elsewhere. */
function ListField({ label, hint, byLine = false, values, onChange }: ListFieldProps) {
  const [text, setText] = useState(joinList(values))
  const shown = joinList(readList(text, byLine)) === joinList(values) ? text : joinList(values)
  return (
    <Field label={label} hint={hint}>
      <Textarea
        rows={2}
        value={shown}
        onChange={(event) => {
          setText(event.target.value)
          onChange(readList(event.target.value, byLine))
        }}
      />
    </Field>
  )
}
