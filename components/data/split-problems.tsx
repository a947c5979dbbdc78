'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import type { InspectionResult } from '@/lib/data/schema'

/** Records that cannot be split into the header's columns and will be rejected, with where each reason first occurs. */
export function SplitProblems({ rejected }: { rejected: InspectionResult['rejected'] }) {
  const t = useTranslations('data')
  const formats = useFormats()
  if (rejected.length === 0) return null
  const rows = rejected.reduce((sum, entry) => sum + entry.rows, 0)
  return (
    <Alert tone="warning" title={t('file.unsplit', { rows })}>
      <ul className="mt-1 flex flex-col gap-1">
        {rejected.map((entry) => (
          <li key={entry.reason} className="break-words">
            {t('import.entry', {
              reason: t(`import.reasons.${entry.reason}`, { field: '' }),
              rows: entry.rows,
            })}
            . {t('import.first', { line: formats.integer(entry.firstLine) })}{' '}
            <q className="font-mono">{entry.firstText.slice(0, 120)}</q>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
