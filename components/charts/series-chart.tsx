'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { ChartLegend } from './chart-legend'
import { ChartNote } from './chart-note'
import { prepareTime } from './prepare-time'
import { seriesColor } from './series-color'
import type { TimePoint } from './time-chart'
import { useHiddenSeries } from './use-hidden-series'

export type Series = { key: number; label: string; color: number }

export type SeriesChartProps = {
  /** Spoken name of the chart. */
  label: string
  /** One value per series. */
  points: readonly TimePoint[]
  series: readonly Series[]
  formatMonth: (month: string) => string
  format: (value: number) => string
  formatTick: (value: number) => string
  /** Months drawn at most, the latest. */
  limit?: number
}

const SeriesDrawing = dynamic(() => import('./series-drawing').then((module) => module.SeriesDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** One line a series, month by month; the legend shows and hides them. */
export function SeriesChart({ label, points, series, limit = 36, ...formats }: SeriesChartProps) {
  const t = useTranslations('charts')
  const { hidden, toggle } = useHiddenSeries()
  const count = series.length
  const time = useMemo(
    () => prepareTime(points, count, { emptyMonths: 'zero', limit }),
    [points, count, limit],
  )
  const shown = series.flatMap((one, index) => (hidden.has(one.key) ? [] : [{ ...one, index }]))
  return (
    <div>
      <ChartLegend
        label={t('legendToggle')}
        items={series.map(({ key, label: name, color }) => ({
          key,
          label: name,
          color: seriesColor(color),
          shown: !hidden.has(key),
        }))}
        onToggle={toggle}
        className="mb-2 -ml-1.5"
      />
      <div className="h-72">
        <SeriesDrawing label={label} points={time.points} series={shown} {...formats} />
      </div>
      <ChartNote kind="months" shown={time.points.length} total={time.total} />
    </div>
  )
}
