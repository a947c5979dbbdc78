'use client'

import { useTranslations } from 'next-intl'
import { captured } from './capture-chart'

/** Says honestly that a chart shows part of its data; nothing when it shows all. */
export function ChartNote({
  kind,
  shown,
  total,
}: {
  kind: 'rows' | 'months' | 'customers'
  shown: number
  total: number
}) {
  const t = useTranslations('charts')
  if (shown >= total) return null
  return (
    <p {...captured.text} className="mt-2 text-xs text-muted">
      {t(`capped.${kind}`, { shown, total })}
    </p>
  )
}
