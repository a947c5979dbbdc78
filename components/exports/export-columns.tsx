'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { ExportColumn } from '@/lib/segments/export-schema'

export type ExportColumnsProps = {
  /** what this kind of file can have */
  choosable: readonly ExportColumn[]
  chosen: ReadonlySet<ExportColumn>
  pseudonymised: boolean
  /** a hashed list needs an address to hash */
  needsContact: boolean
  onChange: (chosen: ReadonlySet<ExportColumn>) => void
}

/** Which columns the file has; at least one. */
export function ExportColumns({
  choosable,
  chosen,
  pseudonymised,
  needsContact,
  onChange,
}: ExportColumnsProps) {
  const t = useTranslations('exports')
  const name = (column: ExportColumn) =>
    pseudonymised && column === 'customer_id' ? t('pseudonym') : t(`columnNames.${column}`)
  const toggle = (column: ExportColumn) => {
    const next = new Set(chosen)
    if (!next.delete(column)) next.add(column)
    onChange(next)
  }
  const isEmpty = !choosable.some((column) => chosen.has(column))
  const lacksContact = needsContact && !chosen.has('email') && !chosen.has('phone')
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium">{t('dialog.columns')}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {choosable.map((column) => (
          <Checkbox
            key={column}
            label={name(column)}
            checked={chosen.has(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </div>
      <div className="mt-2 -ml-3 flex items-center gap-1">
        <Button size="sm" variant="ghost" onClick={() => onChange(new Set(choosable))}>
          {t('dialog.all')}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => onChange(new Set())}>
          {t('dialog.none')}
        </Button>
      </div>
      {isEmpty || lacksContact ? (
        <p role="alert" className="text-sm text-danger">
          {t(isEmpty ? 'dialog.noColumns' : 'dialog.noContact')}
        </p>
      ) : null}
    </fieldset>
  )
}
