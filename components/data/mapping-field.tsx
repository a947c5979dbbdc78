'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Label } from '@/components/ui/label'
import { Select } from '@/components/ui/select'
import type { Inspection } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'
import type { FieldNeed } from './field-order'
import { columnExamples } from './preview'
import { useColumnName } from './use-column-name'
import { useFieldName } from './use-field-name'

type MappingFieldProps = {
  inspection: Inspection
  table: TableName
  field: string
  need: FieldNeed
  column: number | null
  /** The import cannot start without this field. */
  missing: boolean
  onChange: (column: number | null) => void
  disabled: boolean
}

type HintKey = Parameters<ReturnType<typeof useTranslations<'data'>>>[0]

export function MappingField(props: MappingFieldProps) {
  const { inspection, table, field, need, column, missing, onChange, disabled } = props
  const t = useTranslations('data')
  const columnName = useColumnName(inspection.headers)
  const name = useFieldName()(table, field)
  const id = useId()
  const examples = column === null ? [] : columnExamples(inspection.sample, column)
  const hintKey = `hints.${table}.${field}` as HintKey
  const hint = t.has(hintKey) ? t(hintKey) : null
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,6fr)] md:items-center">
      <div className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Label htmlFor={id}>{name}</Label>
          {need === 'optional' ? null : (
            <Badge tone={need === 'required' ? 'accent' : 'neutral'}>{t(`mapping.${need}`)}</Badge>
          )}
        </span>
        {hint ? (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
            {hint}
          </p>
        ) : null}
      </div>
      <Select
        id={id}
        value={column ?? ''}
        disabled={disabled}
        required={need === 'required'}
        aria-invalid={missing || undefined}
        aria-describedby={[hint ? `${id}-hint` : '', `${id}-examples`].join(' ').trim()}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('mapping.notMapped')}</option>
        {[...inspection.headers.keys()].map((position) => (
          <option key={position} value={position}>
            {columnName(position)}
          </option>
        ))}
      </Select>
      <p
        id={`${id}-examples`}
        className={cn('min-h-5 truncate text-sm text-muted', column === null && 'hidden md:block')}
      >
        {column === null
          ? null
          : examples.length === 0
            ? t('mapping.noExample')
            : examples.map((example) => example.slice(0, 80)).join(' · ')}
      </p>
    </li>
  )
}
