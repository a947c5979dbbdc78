'use client'

import { useTranslations } from 'next-intl'
import { hasContact } from '@/lib/csv/fields'
import type { TableMapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import { orderFields } from './field-order'
import { MappingField } from './mapping-field'
import type { MappingState } from './use-mapping'

type MappingFieldsProps = {
  file: InspectionResult
  state: MappingState
  mapping: TableMapping
  missing: readonly string[]
  disabled: boolean
}

/** The fields of one table, those it cannot do without first. */
export function MappingFields({ file, state, mapping, missing, disabled }: MappingFieldsProps) {
  const t = useTranslations('data.mapping')
  const { table, columns } = mapping
  return (
    <div className="overflow-hidden rounded-xl border border-border">
      <div
        aria-hidden
        className="hidden grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,6fr)] gap-4 border-b border-border bg-subtle px-4 py-2.5 text-xs font-medium text-muted md:grid"
      >
        <span>{t('field')}</span>
        <span>{t('column')}</span>
        <span>{t('examples')}</span>
      </div>
      <ul className="divide-y divide-border">
        {orderFields(table, hasContact(mapping) || mapping.numbered === true).map(({ field, need }) => (
          <MappingField
            key={field.field}
            file={file}
            state={state}
            table={table}
            field={field}
            need={need}
            column={columns[field.field] ?? null}
            missing={missing.includes(field.field)}
            disabled={disabled}
          />
        ))}
      </ul>
    </div>
  )
}
