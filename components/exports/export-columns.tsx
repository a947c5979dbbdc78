'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { exportColumns } from '@/lib/segments/schema'
import type { ExportColumn } from './export-column'

export type ExportColumnsProps = {
  chosen: ReadonlySet<ExportColumn>
  onChange: (chosen: ReadonlySet<ExportColumn>) => void
}

/** Which columns the file has; at least one. */
export function ExportColumns({ chosen, onChange }: ExportColumnsProps) {
  const t = useTranslations('exports')
  const toggle = (column: ExportColumn, on: boolean) =>
    onChange(new Set(exportColumns.filter((one) => (one === column ? on : chosen.has(one)))))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium">{t('dialog.columns')}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {exportColumns.map((column) => (
          <Checkbox
            key={column}
            label={t(`columnNames.${column}`)}
            checked={chosen.has(column)}
            onChange={(event) => toggle(column, event.target.checked)}
          />
        ))}
      </div>
      <div className="mt-2 -ml-3 flex items-center gap-1">
        <Button size="sm" variant="ghost" onClick={() => onChange(new Set(exportColumns))}>
          {t('dialog.all')}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => onChange(new Set())}>
          {t('dialog.none')}
        </Button>
      </div>
      {chosen.size === 0 ? (
        <p role="alert" className="text-sm text-danger">
          {t('dialog.noColumns')}
        </p>
      ) : null}
    </fieldset>
  )
}
