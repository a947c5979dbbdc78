'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { captured } from './capture-chart'
import { ChartLegend } from './chart-legend'
import type { DistributionChartProps } from './distribution-chart'
import { prepareCurves } from './prepare-distribution'
import { seriesColor } from './series-color'
import { useHiddenSeries } from './use-hidden-series'

const CurvesDrawing = dynamic(() => import('./curves-drawing').then((module) => module.CurvesDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** The share of each segment's customers in common bins. */
export function DistributionCurves({
  label,
  axis,
  shareAxis,
  edges,
  segments,
  format,
  formatShare,
}: DistributionChartProps) {
  const t = useTranslations('charts')
  const { hidden, toggle } = useHiddenSeries()
  const steps = useMemo(() => prepareCurves(edges, segments), [edges, segments])
  const items = segments.map(({ position, color, name }) => ({
    key: position,
    label: name,
    color: seriesColor(color),
    shown: !hidden.has(position),
  }))
  const shown = segments.filter(({ position }) => !hidden.has(position))
  return (
    <div>
      <ChartLegend label={t('legendToggle')} items={items} onToggle={toggle} className="mb-2 -ml-1.5" />
      <p {...captured.text} className="mb-1 text-xs text-muted">
        {shareAxis ?? t('distribution.customers')}
      </p>
      <div className="relative h-72">
        <CurvesDrawing
          label={label}
          steps={steps}
          segments={shown}
          format={format}
          formatShare={formatShare}
        />
        {shown.length === 0 ? (
          <p className="absolute inset-0 flex items-center justify-center p-6 text-center text-sm text-muted">
            {t('distribution.allHidden')}
          </p>
        ) : null}
      </div>
      <p {...captured.text} className="mt-1 text-center text-xs text-muted">
        {axis}
      </p>
    </div>
  )
}
