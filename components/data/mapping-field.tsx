'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Label } from '@/components/ui/label'
import type { Field } from '@/lib/csv/fields'
import type { InspectionResult } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { ColumnSelect } from './column-select'
import { FieldEvidence } from './field-evidence'
import { FieldFormat } from './field-format'
import type { FieldNeed } from './field-order'
import { isPersonalField } from './personal-draft'
import { columnExamples } from './preview'
import { useFieldName } from './use-field-name'
import type { MappingState } from './use-mapping'

type MappingFieldProps = {
  file: InspectionResult
  state: MappingState
  table: TableName
  field: Field
  need: FieldNeed
  column: number | null
  /** The import cannot be checked without this field. */
  missing: boolean
  disabled: boolean
}

type HintKey = Parameters<ReturnType<typeof useTranslations<'data'>>>[0]

/** One field: its name, the file's column and why it was chosen, values to recognise it by, and how they are read. */
export function MappingField(props: MappingFieldProps) {
  const { file, state, table, field, need, column, missing, disabled } = props
  const t = useTranslations('data')
  const name = useFieldName()(table, field.field)
  const id = useId()
  const hintKey = `hints.${table}.${field.field}` as HintKey
  const hint = t.has(hintKey) ? t(hintKey) : null
  const guessed = file.guess.tables.find((each) => each.table === table)?.columns[field.field]
  const evidence =
    column !== null && guessed === column ? file.evidence.fields[`${table}.${field.field}`] : undefined
  const profile = column === null ? undefined : file.columns[column]
  const examples = column === null ? [] : columnExamples(file, column)
  const described = [hint && `${id}-hint`, evidence && `${id}-evidence`, `${id}-examples`]
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,6fr)] md:items-start">
      <div className="min-w-0 md:pt-1.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Label htmlFor={id}>{name}</Label>
          {need === 'optional' ? null : (
            <Badge tone={need === 'required' ? 'accent' : 'neutral'}>{t(`mapping.${need}`)}</Badge>
          )}
          {column !== null && isPersonalField(table, field, profile?.type) ? (
            <Badge tone="info">{t('mapping.personal')}</Badge>
          ) : null}
        </span>
        {hint ? (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
            {hint}
          </p>
        ) : null}
      </div>
      <div className="min-w-0">
        <ColumnSelect
          id={id}
          headers={file.headers}
          value={column}
          disabled={disabled}
          required={need === 'required'}
          aria-invalid={missing || undefined}
          aria-describedby={described.filter(Boolean).join(' ')}
          onChange={(next) => state.chooseColumn(table, field.field, next)}
        />
        {evidence && profile ? (
          <FieldEvidence
            id={`${id}-evidence`}
            vendor={file.evidence.vendor}
            evidence={evidence}
            type={profile.type}
          />
        ) : null}
      </div>
      <div className={cn('flex min-w-0 flex-col gap-1.5 md:pt-1.5', column === null && 'hidden md:flex')}>
        <p id={`${id}-examples`} className="min-h-5 truncate text-sm text-muted">
          {column === null
            ? null
            : examples.length === 0
              ? t('mapping.noExample')
              : examples.map((example) => example.slice(0, 80)).join(' · ')}
        </p>
      </div>
      {column === null ? null : (
        <FieldFormat
          field={field}
          label={name}
          column={column}
          file={file}
          state={state}
          disabled={disabled}
          className="md:col-span-2 md:col-start-2"
        />
      )}
    </li>
  )
}
