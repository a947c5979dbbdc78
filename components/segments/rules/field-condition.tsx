'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { wordField, wordFieldValue } from '@/lib/features/words'
import { longestText, mostValues } from '@/lib/rules/limits'
import type { SnapshotField } from '@/lib/segments/snapshot-schema'
import type { DraftField } from './draft'
import { offeredFieldOperators, takesValue } from './operators'

const offered = 8

type FieldConditionProps = {
  condition: DraftField
  /** its values as of the day; missing when the data does not have it */
  figures: SnapshotField | undefined
  onChange: (condition: DraftField) => void
}

/** A text of the customer compared with one or more values: the frequent ones to choose, others to type. */
export function FieldCondition({ condition, figures, onChange }: FieldConditionProps) {
  const t = useTranslations('rules.condition')
  const operators = useTranslations('rules.operators')
  const features = useTranslations('features')
  const formats = useFormats()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const { field, operator, values } = condition
  const name = wordField(features, field)
  const known = figures?.values ?? []
  const frequent = operator === 'contains' ? [] : known.slice(0, offered)
  const others = values.filter((value) => !frequent.some((one) => one.value === value))
  const set = (next: string[]) => onChange({ ...condition, values: next })
  const toggle = (value: string) =>
    set(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  function addTyped() {
    const value = typed.trim()
    if (value && !values.includes(value) && values.length < mostValues) set([...values, value])
    setTyped('')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    addTyped()
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <span className="min-w-0 text-sm font-medium break-words">{name}</span>
        <Select
          aria-label={t('operatorOf', { name })}
          wrapperClassName="w-auto"
          value={operator}
          onChange={(event) =>
            onChange({ ...condition, operator: event.target.value as DraftField['operator'] })
          }
        >
          {offeredFieldOperators.map((one) => (
            <option key={one} value={one}>
              {operators(one)}
            </option>
          ))}
        </Select>
        {takesValue(operator) ? (
          <>
            <Input
              aria-label={t('typeValue', { name })}
              placeholder={t(operator === 'contains' ? 'partOfText' : 'otherValue')}
              list={listId}
              maxLength={longestText}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onKeyDown}
              onBlur={addTyped}
              className="w-40"
            />
            <datalist id={listId}>
              {operator === 'contains'
                ? null
                : known
                    .slice(offered)
                    .map(({ value, customers }) => (
                      <option key={value} value={value} label={formats.integer(customers)} />
                    ))}
            </datalist>
            <Button size="sm" onClick={addTyped} disabled={typed.trim() === ''}>
              {t('addValue')}
            </Button>
          </>
        ) : null}
      </div>
      {takesValue(operator) && (frequent.length > 0 || others.length > 0) ? (
        <ul aria-label={t('valuesOf', { name })} className="flex flex-wrap gap-1.5">
          {frequent.map(({ value, customers }) => (
            <li key={value} className="max-w-full">
              <button
                type="button"
                aria-pressed={values.includes(value)}
                onClick={() => toggle(value)}
                className={cn(
                  buttonClasses('secondary', 'sm'),
                  'max-w-full font-normal whitespace-normal aria-pressed:border-accent aria-pressed:bg-accent-soft',
                )}
              >
                <span className="min-w-0 truncate">{wordFieldValue(features, field, value)}</span>
                <span className="text-xs text-muted tabular-nums">{formats.integer(customers)}</span>
              </button>
            </li>
          ))}
          {others.map((value) => (
            <li key={value} className="max-w-full">
              <button
                type="button"
                aria-label={t('removeValue', { value })}
                onClick={() => toggle(value)}
                className={cn(
                  buttonClasses('secondary', 'sm'),
                  'max-w-full border-accent bg-accent-soft font-normal',
                )}
              >
                <span className="min-w-0 truncate">{wordFieldValue(features, field, value)}</span>
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {figures ? null : <p className="text-sm text-danger">{t('fieldGone')}</p>}
    </div>
  )
}
