'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import type { Mapping } from '@/lib/data/schema'
import { unusedColumns } from './preview'
import { useColumnName } from './use-column-name'

type UnusedColumnsProps = {
  headers: string[]
  mapping: Mapping
  onKeep: (column: number, keep: boolean) => void
  disabled: boolean
}

/** The columns of the file that no field takes; customers may keep them under their own names. */
export function UnusedColumns({ headers, mapping, onKeep, disabled }: UnusedColumnsProps) {
  const t = useTranslations('data.mapping')
  const columnName = useColumnName(headers)
  const unused = unusedColumns(headers, mapping)
  if (mapping.table === 'customers' && unused.length > 0) {
    return (
      <fieldset className="flex flex-col gap-2 text-sm">
        <legend className="mb-2 text-muted">{t('attributes', { count: unused.length })}</legend>
        <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {unused.map((column) => (
            <Checkbox
              key={column}
              label={columnName(column)}
              checked={mapping.attributes?.includes(column) ?? true}
              disabled={disabled}
              onChange={(event) => onKeep(column, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
    )
  }
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="text-muted">{t('unused', { count: unused.length })}</p>
      {unused.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {unused.map((column) => (
            <li key={column} className="max-w-full">
              <Badge>
                <span className="truncate">{columnName(column)}</span>
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
