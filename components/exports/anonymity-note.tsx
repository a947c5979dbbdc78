'use client'

import { useTranslations } from 'next-intl'
import type { ExportCounts } from '@/lib/privacy/export-schema'

/** How well the people of a list hide among one another, by the columns chosen. */
export function AnonymityNote({ counts }: { counts: ExportCounts }) {
  const t = useTranslations('exports.anonymity')
  const { anonymity, exported, smallGroup } = counts
  if (exported === 0) return null
  return (
    <div className="rounded-lg bg-subtle px-4 py-3 text-sm">
      <p className="font-medium tabular-nums">
        {anonymity ? t('title', { k: anonymity.k }) : t('noColumns')}
      </p>
      {anonymity ? (
        <p className="mt-1 max-w-prose text-muted">
          {t(anonymity.k === 1 ? 'single' : 'alike', { k: anonymity.k })}{' '}
          {t('small', { count: anonymity.inSmallGroups, threshold: smallGroup })}
        </p>
      ) : null}
    </div>
  )
}
