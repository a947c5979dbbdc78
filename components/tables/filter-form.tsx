'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import {
  type Column,
  type Filter,
  type FilterKind,
  filtersOf,
  fitsKind,
  needsValue,
} from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { conditionKey } from './condition-key'
import { useColumnLabel } from './use-column-label'

export type FilterFormProps = {
  table: TableName
  columns: readonly Column[]
  onAdd: (filter: Filter) => void
}

const inputTypes = {
  text: 'text',
  number: 'number',
  money: 'number',
  date: 'date',
  datetime: 'date',
} as const

/** One condition: a column, what is asked of it, and the value. */
export function FilterForm({ table, columns, onAdd }: FilterFormProps) {
  const t = useTranslations('tables.filters')
  const label = useColumnLabel(table)
  const [key, setKey] = useState(columns[0]?.key ?? '')
  const [wanted, setWanted] = useState<FilterKind | null>(null)
  const [value, setValue] = useState('')
  const [failed, setFailed] = useState(false)
  const column = columns.find((one) => one.key === key)
  if (!column) return null
  const { kind } = column
  const choices = filtersOf(kind)
  const is = choices.find((choice) => choice === wanted) ?? choices[0] ?? 'equals'
  const given = kind === 'boolean' && value === '' ? 'true' : value.trim()

  function submit(event: FormEvent) {
    event.preventDefault()
    const filter: Filter = needsValue(is) ? { column: key, is, value: given } : { column: key, is }
    const fits = fitsKind(kind, filter)
    setFailed(!fits)
    if (fits) onAdd(filter)
  }
  function change(update: () => void) {
    setFailed(false)
    update()
  }
  return (
    <form noValidate onSubmit={submit} className="flex w-64 max-w-full flex-col gap-3">
      <Field label={t('column')}>
        <Select
          value={key}
          onChange={(event) =>
            change(() => {
              setKey(event.target.value)
              setValue('')
            })
          }
        >
          {columns.map((one) => (
            <option key={one.key} value={one.key}>
              {label(one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('condition')}>
        <Select
          value={is}
          onChange={(event) =>
            change(() => setWanted(choices.find((choice) => choice === event.target.value) ?? null))
          }
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`conditions.${conditionKey(kind, choice)}`)}
            </option>
          ))}
        </Select>
      </Field>
      {!needsValue(is) ? null : kind === 'boolean' ? (
        <Field label={t('value')}>
          <Select value={given} onChange={(event) => setValue(event.target.value)}>
            <option value="true">{t('yes')}</option>
            <option value="false">{t('no')}</option>
          </Select>
        </Field>
      ) : (
        <Field label={t('value')} error={failed ? t(`invalid.${inputTypes[kind]}`) : null}>
          <Input
            type={inputTypes[kind]}
            step="any"
            maxLength={1000}
            value={value}
            onChange={(event) => change(() => setValue(event.target.value))}
          />
        </Field>
      )}
      <Button type="submit" variant="primary">
        {t('add')}
      </Button>
    </form>
  )
}
