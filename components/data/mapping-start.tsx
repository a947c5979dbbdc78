'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import type { Mapping } from '@/lib/data/schema'
import { repeatedColumn } from './preview'
import { useColumnName } from './use-column-name'
import { useFieldName } from './use-field-name'

type MappingStartProps = {
  mapping: Mapping
  missing: readonly string[]
  bytes: number
  headers: readonly string[]
  canStart: boolean
  pending: boolean
  onStart: () => void
}

/** Whether the import can start, what is missing when it cannot, and the button. */
export function MappingStart(props: MappingStartProps) {
  const { mapping, missing, bytes, headers, canStart, pending, onStart } = props
  const t = useTranslations('data')
  const formats = useFormats()
  const fieldName = useFieldName()
  const columnName = useColumnName(headers)
  const repeated = repeatedColumn(mapping)
  const fields = missing.map((field) => {
    if (field === 'amount') return t('mapping.alternatives.orders')
    if (field === 'text') return t('mapping.alternatives.reviews')
    return fieldName(mapping.table, field)
  })
  const ready = canStart && missing.length === 0 && !repeated
  const Icon = ready ? CircleCheck : TriangleAlert
  const status = !canStart
    ? t('mapping.viewer')
    : missing.length > 0
      ? t('mapping.needs', { fields: formats.list(fields) })
      : repeated
        ? t('mapping.twice', {
            column: columnName(repeated.column),
            fields: formats.list(repeated.fields.map((field) => fieldName(mapping.table, field))),
          })
        : t('mapping.ready', { bytes: formats.bytes(bytes), table: t(`tables.${mapping.table}.name`) })
  return (
    <div className="sticky bottom-20 z-20 flex flex-wrap items-center justify-between gap-3 rounded-xl border border-border bg-surface px-5 py-3 shadow-overlay lg:bottom-3">
      <p id="mapping-status" aria-live="polite" className="flex min-w-0 flex-1 items-start gap-2 text-sm">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ready ? 'text-success' : 'text-warning'}`} />
        <span>{status}</span>
      </p>
      <Button
        variant="primary"
        disabled={!ready}
        loading={pending}
        aria-describedby="mapping-status"
        onClick={onStart}
      >
        {t('mapping.start')}
      </Button>
    </div>
  )
}
