'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import type { ExportCounts } from '@/lib/privacy/export-schema'
import { describeLeftOut } from './left-out'

/** How many people the file will hold, and how many it leaves out and why. */
export function ExportTotal({ counts, pending }: { counts: ExportCounts | undefined; pending: boolean }) {
  const t = useTranslations('exports')
  const formats = useFormats()
  const leftOut = counts ? describeLeftOut(t, counts.leftOut) : []
  return (
    <p aria-live="polite" className="mr-auto min-w-0 text-sm font-medium tabular-nums">
      {counts ? t('dialog.people', { count: counts.exported }) : pending && t('dialog.counting')}
      {leftOut.length > 0 ? (
        <span className="block font-normal text-muted">
          {t('leftOut.text', { reasons: formats.list(leftOut) })}
        </span>
      ) : null}
    </p>
  )
}
