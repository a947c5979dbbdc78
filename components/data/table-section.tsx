'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { missingFields } from '@/lib/csv/fields'
import type { TableMapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import { MappingFields } from './mapping-fields'
import { ModeChoice } from './mode-choice'
import { PersonalColumns } from './personal-columns'
import { TableIcon } from './table-icon'
import { UnusedColumns } from './unused-columns'
import type { MappingState } from './use-mapping'

type TableSectionProps = {
  file: InspectionResult
  state: MappingState
  mapping: TableMapping
  /** The file's own table; others are gathered from the same rows. */
  own: boolean
  disabled: boolean
}

/** One table that the file feeds: which column is what, and what becomes of the records that are there. */
export function TableSection({ file, state, mapping, own, disabled }: TableSectionProps) {
  const t = useTranslations('data')
  const { table, mode } = mapping
  const id = useId()
  const name = t(`tables.${table}.name`)
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <div>
          <CardTitle id={id} className="flex items-center gap-2">
            <TableIcon table={table} className="size-4 text-muted" />
            {t('mapping.columnsTitle', { table: name })}
          </CardTitle>
          <CardDescription>
            {own ? t('mapping.columnsDescription') : t('mapping.gatheredDescription')}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-6">
        <MappingFields
          file={file}
          state={state}
          mapping={mapping}
          missing={missingFields(mapping)}
          disabled={disabled}
        />
        {own || table === 'customers' ? (
          <UnusedColumns file={file} state={state} table={mapping} own={own} disabled={disabled} />
        ) : null}
        {table === 'customers' ? (
          <PersonalColumns file={file} state={state} mapping={mapping} disabled={disabled} />
        ) : null}
        <ModeChoice
          table={table}
          value={mode}
          onChange={(next) => state.chooseMode(table, next)}
          disabled={disabled}
        />
      </CardBody>
    </Card>
  )
}
