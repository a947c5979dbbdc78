'use client'

import { useTranslations } from 'next-intl'
import type { Inspection, Mapping } from '@/lib/data/schema'
import { orderFields } from './field-order'
import { MappingField } from './mapping-field'

type MappingFieldsProps = {
  inspection: Inspection
  mapping: Mapping
  missing: readonly string[]
  onChange: (field: string, column: number | null) => void
  disabled: boolean
}

/** One row per field of the product: its name, the file's column, and values to recognise the column by. */
export function MappingFields({ inspection, mapping, missing, onChange, disabled }: MappingFieldsProps) {
  const t = useTranslations('data.mapping')
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
        {orderFields(mapping.table).map(({ field, need }) => (
          <MappingField
            key={field.field}
            inspection={inspection}
            table={mapping.table}
            field={field.field}
            need={need}
            column={mapping.columns[field.field] ?? null}
            missing={missing.includes(field.field)}
            onChange={(column) => onChange(field.field, column)}
            disabled={disabled}
          />
        ))}
      </ul>
    </div>
  )
}
