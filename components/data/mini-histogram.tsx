'use client'

import { useTranslations } from 'next-intl'
import type { ColumnProfile, ColumnType } from '@/lib/csv/column-profile'
import { barHeights } from './column-quality'
import { useProfileText } from './use-profile-text'

type MiniHistogramProps = { type: ColumnType; bins: NonNullable<ColumnProfile['histogram']> }

/** How a column's numbers or dates are spread; each bar says its range and rows. */
export function MiniHistogram({ type, bins }: MiniHistogramProps) {
  const t = useTranslations('data.quality')
  const profileText = useProfileText()
  const heights = barHeights(bins)
  const [from, to] = [profileText(type, bins[0]?.from ?? null), profileText(type, bins.at(-1)?.to ?? null)]
  const words = bins.map((bin) =>
    t('bin', { from: profileText(type, bin.from), to: profileText(type, bin.to), rows: bin.rows }),
  )
  return (
    <figure>
      <figcaption className="mb-1.5 font-semibold">{t('histogram')}</figcaption>
      <div aria-hidden className="flex h-24 items-end gap-px border-b border-border-strong">
        {bins.map((bin, index) => (
          <span key={bin.from} title={words[index]} className="flex h-full min-w-0 flex-1 items-end">
            <span
              className="w-full rounded-t-xs bg-accent"
              style={{ height: `${100 * (heights[index] ?? 0)}%` }}
            />
          </span>
        ))}
      </div>
      <div aria-hidden className="mt-1 flex justify-between gap-4 text-xs text-muted tabular-nums">
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <ul className="sr-only">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </figure>
  )
}
