'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
import { captured } from './capture-chart'
import { type EvidenceMeasure, evidenceMeasures, prepareEvidence } from './prepare-evidence'

export type EvidenceRow = {
  k: number
  silhouette: number | null
  calinskiHarabasz: number | null
  daviesBouldin: number | null
  inertia: number | null
}

export type EvidenceChartProps = {
  /** Spoken name of the chart. */
  label: string
  rows: readonly EvidenceRow[]
  /** The number of segments in use. */
  chosen: number
  formatDecimal: (value: number, digits: number) => string
  /** Large figures, shortened. */
  formatCompact: (value: number) => string
}

const words = {
  silhouette: { title: 'evidence.silhouette', better: 'evidence.higher' },
  calinskiHarabasz: { title: 'evidence.calinski', better: 'evidence.higher' },
  daviesBouldin: { title: 'evidence.davies', better: 'evidence.lower' },
  inertia: { title: 'evidence.inertia', better: 'evidence.inertiaHint' },
} as const

const EvidenceDrawing = dynamic(() => import('./evidence-drawing').then((module) => module.EvidenceDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** What speaks for the number of segments: one line per measure over the numbers tried, the one in use marked. */
export function EvidenceChart({ label, rows, chosen, formatDecimal, formatCompact }: EvidenceChartProps) {
  const t = useTranslations('charts')
  const evidence = useMemo(() => prepareEvidence(rows, chosen), [rows, chosen])
  const format = (measure: EvidenceMeasure) => (value: number) =>
    measure === 'silhouette' || measure === 'daviesBouldin' ? formatDecimal(value, 2) : formatCompact(value)
  return (
    <div className="@container">
      <div className="grid gap-x-6 gap-y-6 @3xl:grid-cols-3">
        {evidenceMeasures.map((measure) => (
          <div
            key={measure}
            className={cn('flex min-w-0 flex-col', measure === 'silhouette' && '@3xl:col-span-3')}
          >
            <p {...captured.text} className="text-xs leading-4 font-medium">
              {t(words[measure].title)}
            </p>
            <p {...captured.text} className="mt-0.5 mb-2 text-xs leading-4 text-muted">
              {t(words[measure].better)}
            </p>
            {rows.length > 1 ? (
              <div className={cn('mt-auto', measure === 'silhouette' ? 'h-56' : 'h-36')}>
                <EvidenceDrawing
                  label={`${label}: ${t(words[measure].title)}`}
                  points={evidence[measure]}
                  large={measure === 'silhouette'}
                  chosen={chosen}
                  format={format(measure)}
                />
              </div>
            ) : (
              <p {...captured.text} className="text-xl font-semibold tabular-nums">
                {evidence[measure][0]?.value == null ? '–' : format(measure)(evidence[measure][0].value)}
              </p>
            )}
          </div>
        ))}
      </div>
      <p {...captured.text} className={cn('mt-2 text-xs text-muted', rows.length > 1 && 'text-center')}>
        {t(rows.length > 1 ? 'evidence.xAxis' : 'evidence.single')}
      </p>
    </div>
  )
}
