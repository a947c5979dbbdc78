'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { namesCustomers } from '@/lib/csv/fields'
import type { TableMapping } from '@/lib/csv/mapping'
import { rowPrefix } from '@/lib/csv/row-numbers'
import type { Inspection, InspectionResult } from '@/lib/data/schema'
import { useColumnName } from './use-column-name'
import type { MappingState } from './use-mapping'

type NumberRowsProps = {
  inspection: Inspection
  file: InspectionResult
  state: MappingState
  mapping: TableMapping
  disabled: boolean
}

/** For customers whom no column tells apart: what that means, and the choice to number them by their rows. */
export function NumberRows({ inspection, file, state, mapping, disabled }: NumberRowsProps) {
  const t = useTranslations('data.numbering')
  const formats = useFormats()
  const columnName = useColumnName(file.headers)
  if (namesCustomers(mapping)) return null
  const { lack } = file.evidence
  const line = formats.integer(file.dialect.firstLine)
  const example = `${rowPrefix(inspection.fileName)}-${file.dialect.firstLine}`
  return (
    <Alert tone="warning" title={t('title')}>
      <p>
        {lack?.kind === 'people'
          ? t('people', { columns: formats.list(lack.columns.map(columnName)) })
          : t('unknown')}
      </p>
      <Checkbox
        className="my-3"
        label={t('choose')}
        description={t('chooseHint', { line, example })}
        checked={mapping.numbered ?? false}
        disabled={disabled}
        onChange={(event) => state.numberRows(event.target.checked)}
      />
      <ul className="flex list-disc flex-col gap-1 ps-5 text-muted">
        <li>{t('again')}</li>
        <li>{t('sameName')}</li>
        <li>{t('unjoined')}</li>
      </ul>
    </Alert>
  )
}
