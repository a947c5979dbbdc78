'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import type { ExportCounts, ExportWarning } from '@/lib/privacy/export-schema'

export type ExportWarningsProps = {
  warnings: readonly ExportWarning[]
  counts: ExportCounts
  confirmed: boolean
  onConfirm: (confirmed: boolean) => void
}

/** What must be read and confirmed before this list can leave. */
export function ExportWarnings({ warnings, counts, confirmed, onConfirm }: ExportWarningsProps) {
  const t = useTranslations('exports.warnings')
  if (warnings.length === 0) return null
  return (
    <Alert tone="warning" title={t('title')}>
      <ul className="mb-3 flex list-disc flex-col gap-1 pl-4">
        {warnings.map((warning) => (
          <li key={warning}>
            {t(warning, {
              people: counts.exported,
              threshold: counts.smallGroup,
              unconsented: counts.people - (counts.consented ?? counts.people),
            })}
          </li>
        ))}
      </ul>
      <Checkbox
        label={t('confirm')}
        checked={confirmed}
        onChange={({ target }) => onConfirm(target.checked)}
      />
    </Alert>
  )
}
