'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import { captured } from './capture-chart'
import { ChartLegend } from './chart-legend'
import { seriesColor } from './series-color'

export type TradeOffPoint = { id: string; label: string; x: number; y: number; color: number }

export type TradeOffChartProps = {
  /** Spoken name of the chart. */
  label: string
  /** a dozen at most */
  points: readonly TradeOffPoint[]
  xLabel: string
  yLabel: string
  formatX: (value: number) => string
  formatY: (value: number) => string
}

const TradeOffDrawing = dynamic(
  () => import('./trade-off-drawing').then((module) => module.TradeOffDrawing),
  {
    ssr: false,
    loading: () => <Skeleton className="h-full" />,
  },
)

/** A few named points by two measures. */
export function TradeOffChart(props: TradeOffChartProps) {
  return (
    <div>
      <ChartLegend
        label={props.label}
        items={props.points.map(({ label, color }, key) => ({ key, label, color: seriesColor(color) }))}
        className="mb-2 -ml-1.5"
      />
      <p {...captured.text} className="mb-1 text-xs text-muted">
        {props.yLabel}
      </p>
      <div className="h-72">
        <TradeOffDrawing {...props} />
      </div>
      <p {...captured.text} className="mt-1 text-center text-xs text-muted">
        {props.xLabel}
      </p>
    </div>
  )
}
