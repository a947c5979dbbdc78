'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { TableMapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import { unusedColumns } from './mapping-draft'
import { useColumnName } from './use-column-name'
import type { MappingState } from './use-mapping'

type UnusedColumnsProps = {
  file: InspectionResult
  state: MappingState
  table: TableMapping
  /** The file's own table; for gathered customers the columns are only offered. */
  own: boolean
  disabled: boolean
}

/** So many are shown until the others are asked for. */
const shownFirst = 30

/** The columns of the file that no field takes; customers may keep them under their own names. */
export function UnusedColumns({ file, state, table, own, disabled }: UnusedColumnsProps) {
  const t = useTranslations('data.mapping')
  const columnName = useColumnName(file.headers)
  const [all, setAll] = useState(false)
  const unused = unusedColumns(file.headers, state.mapping)
  const shown = all ? unused : unused.slice(0, shownFirst)
  const more =
    shown.length < unused.length ? (
      <div>
        <Button size="sm" onClick={() => setAll(true)}>
          {t('showAll', { count: unused.length })}
        </Button>
      </div>
    ) : null
  if (table.table === 'customers' && unused.length > 0) {
    const kept = table.attributes ?? []
    return (
      <fieldset className="flex flex-col gap-3 text-sm">
        <legend className="mb-2 text-muted">{t('attributes', { count: unused.length })}</legend>
        <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((column) => (
            <Checkbox
              key={column}
              label={columnName(column)}
              checked={kept.includes(column)}
              disabled={disabled}
              onChange={(event) => state.keepAttributes([column], event.target.checked)}
            />
          ))}
        </div>
        {more}
        {unused.length > 3 ? (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" disabled={disabled} onClick={() => state.keepAttributes(unused, true)}>
              {t('keepAll')}
            </Button>
            <Button size="sm" disabled={disabled} onClick={() => state.keepAttributes(unused, false)}>
              {t('keepNone')}
            </Button>
          </div>
        ) : null}
      </fieldset>
    )
  }
  if (!own) return null
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="text-muted">{t('unused', { count: unused.length })}</p>
      {shown.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {shown.map((column) => (
            <li key={column} className="max-w-full">
              <Badge>
                <span className="truncate">{columnName(column)}</span>
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
      {more}
    </div>
  )
}
