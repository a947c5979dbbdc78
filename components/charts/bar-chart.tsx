'use client'

import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
import { captured } from './capture-chart'
import { ChartNote } from './chart-note'
import { prepareBars } from './prepare-bars'
import { RowLabel } from './row-label'
import { seriesColor } from './series-color'

export type BarRow = {
  id: string
  label: string
  /** Index for `seriesColor`. */
  color: number
  /** One per measure; null = not known. */
  values: readonly (number | null)[]
  /** The values, formatted. */
  texts: readonly string[]
  /** Makes the label a link. */
  href?: string
}

export type BarChartProps = {
  /** Spoken name of the chart. */
  label: string
  /** Titles of one or two measures, drawn side by side (one above the other where there is no room). */
  measures: readonly string[]
  rows: readonly BarRow[]
  /** 'given' keeps the order of `rows`; 'value' puts the highest first measure on top. */
  order?: 'given' | 'value'
  /** Rows drawn at most; the chart says 'N of M' when there are more. */
  limit?: number
  /** One scale for all measures, for shares that are to be compared. */
  sameScale?: boolean
}

const rowHeight = 40

const BarDrawing = dynamic(() => import('./bar-drawing').then((module) => module.BarDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
})

/** Horizontal bars, one row per segment, its value at the end of each bar. */
export function BarChart({
  label,
  measures,
  rows,
  order = 'given',
  limit = 12,
  sameScale = false,
}: BarChartProps) {
  const count = measures.length
  const bars = useMemo(
    () => prepareBars(rows, count, { order, limit, sameScale }),
    [rows, count, order, limit, sameScale],
  )
  return (
    <div className="@container">
      <div className={cn('grid gap-x-6 gap-y-5', count > 1 && '@xl:grid-cols-[5fr_3fr]')}>
        {measures.map((measure, index) => (
          <div key={measure} className="min-w-0">
            <p
              {...captured.text}
              className={cn(
                'mb-1 text-xs font-medium text-muted',
                index === 0 && count > 1 ? '@xl:pl-[40%]' : count === 1 && 'sr-only',
              )}
            >
              {measure}
            </p>
            <div className="flex">
              <ul
                className={cn(
                  'w-[38%] shrink-0 pr-3',
                  index === 0 ? count > 1 && '@xl:w-[40%]' : '@xl:hidden',
                )}
              >
                {bars.rows.map((row) => (
                  <li key={row.id} className="flex items-center" style={{ height: rowHeight }}>
                    <RowLabel label={row.label} color={seriesColor(row.color)} href={row.href} />
                  </li>
                ))}
              </ul>
              <div className="min-w-0 flex-1" style={{ height: bars.rows.length * rowHeight }}>
                <BarDrawing
                  label={`${label}: ${measure}`}
                  rows={bars.rows}
                  measure={index}
                  domain={bars.domains[index] ?? [0, 1]}
                />
              </div>
            </div>
          </div>
        ))}
      </div>
      <ChartNote kind="rows" shown={bars.rows.length} total={bars.total} />
    </div>
  )
}
