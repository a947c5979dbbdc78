'use client'

import dynamic from 'next/dynamic'
import { useId, useMemo } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { captured } from './capture-chart'
import { ChartNote } from './chart-note'
import { prepareTime } from './prepare-time'

export type TimePoint = {
  /** YYYY-MM */
  month: string
  /** One per measure; null = not known. */
  values: readonly (number | null)[]
}

export type TimeMeasure = {
  label: string
  kind: 'bar' | 'line'
  /** The value in full, for tooltips. */
  format: (value: number) => string
  /** Short form for the axis; `format` when not given. */
  formatTick?: (value: number) => string
}

export type TimeChartProps = {
  /** Spoken name of the chart. */
  label: string
  points: readonly TimePoint[]
  /** One or two; two are drawn one above the other, each with its own axis. */
  measures: readonly TimeMeasure[]
  /** 'YYYY-MM' to words, for instance 'Mar 2025'. */
  formatMonth: (month: string) => string
  /** What a month without a point is: nothing happened ('zero') or not known ('gap'). */
  emptyMonths?: 'zero' | 'gap'
  /** Months drawn at most, the latest; the chart says 'N of M' when there are more. */
  limit?: number
}

const TimeDrawing = dynamic(() => import('./time-drawing').then((module) => module.TimeDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** Figures month by month. */
export function TimeChart({
  label,
  points,
  measures,
  formatMonth,
  emptyMonths = 'zero',
  limit = 60,
}: TimeChartProps) {
  const id = useId()
  const count = measures.length
  const time = useMemo(
    () => prepareTime(points, count, { emptyMonths, limit }),
    [points, count, emptyMonths, limit],
  )
  return (
    <div className="flex flex-col gap-4">
      {measures.map((measure, index) => (
        <div key={measure.label}>
          {count > 1 ? (
            <p {...captured.text} className="mb-2 text-xs font-medium text-muted">
              {measure.label}
            </p>
          ) : null}
          <div className={count > 1 ? 'h-44' : 'h-64'}>
            <TimeDrawing
              label={`${label}: ${measure.label}`}
              points={time.points}
              measures={measures}
              drawn={index}
              formatMonth={formatMonth}
              syncId={id}
            />
          </div>
        </div>
      ))}
      <ChartNote kind="months" shown={time.points.length} total={time.total} />
    </div>
  )
}
