'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { missingFields, repeatedColumns } from '@/lib/csv/fields'
import type { Mapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import { useColumnName } from './use-column-name'
import { useFieldName } from './use-field-name'

type MappingStartProps = {
  mapping: Mapping
  /** columns whose format is still to be said */
  questions: readonly number[]
  file: InspectionResult
  pending: boolean
  onStart: () => void
}

/** Whether the import can be checked, what is missing when it cannot, and the button. */
export function MappingStart({ mapping, questions, file, pending, onStart }: MappingStartProps) {
  const t = useTranslations('data.mapping')
  const objection = useObjection(mapping, questions, file)
  const tables = useTranslations('data.tables')
  const formats = useFormats()
  const ready = !objection
  const Icon = ready ? CircleCheck : TriangleAlert
  const names = mapping.tables.map(({ table }) => tables(`${table}.name`))
  const status = objection ?? t('ready', { rows: file.records, tables: formats.list(names) })
  return (
    <div className="sticky bottom-20 z-20 flex flex-wrap items-center justify-between gap-3 rounded-xl border border-border bg-surface px-5 py-3 shadow-overlay lg:bottom-3">
      <p
        id="mapping-status"
        aria-live="polite"
        className="flex min-w-0 flex-1 basis-56 items-start gap-2 text-sm"
      >
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ready ? 'text-success' : 'text-warning'}`} />
        <span className="min-w-0 break-words">{status}</span>
      </p>
      <Button
        variant="primary"
        disabled={!ready}
        loading={pending}
        aria-describedby="mapping-status"
        onClick={onStart}
      >
        {t('start')}
      </Button>
    </div>
  )
}

/** The first thing that keeps the import from being checked, in words; null when nothing does. */
function useObjection(mapping: Mapping, questions: readonly number[], file: InspectionResult): string | null {
  const t = useTranslations('data')
  const formats = useFormats()
  const fieldName = useFieldName()
  const columnName = useColumnName(file.headers)
  for (const table of mapping.tables) {
    const name = t(`tables.${table.table}.name`)
    const fields = missingFields(table).map((field) => {
      if (field === 'amount') return t('mapping.alternatives.orders')
      if (field === 'text') return t('mapping.alternatives.reviews')
      if (field === 'customer_id') return t('mapping.alternatives.customer')
      return fieldName(table.table, field)
    })
    if (fields.length > 0) {
      const lack = file.evidence.lack?.kind
      if (lack === 'baskets') return t('baskets.objection')
      if (lack === 'people' && table.table === 'customers') return t('numbering.objection')
      return t('mapping.needs', { table: name, fields: formats.list(fields) })
    }
    const [repeated] = repeatedColumns(table)
    if (repeated) {
      const names = repeated.fields.map((field) => fieldName(table.table, field))
      return t('mapping.twice', { column: columnName(repeated.column), fields: formats.list(names) })
    }
  }
  if (questions.length === 0) return null
  return t('mapping.answer', { columns: formats.list(questions.map(columnName)) })
}
