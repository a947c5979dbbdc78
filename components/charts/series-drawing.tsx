'use client'

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { fullSize, gridLook, monthAxis, valueAxis } from './axis-look'
import { ChartTooltip } from './chart-tooltip'
import { niceAxis } from './nice-ticks'
import type { Series, SeriesChartProps } from './series-chart'
import { seriesColor } from './series-color'
import type { TimePoint } from './time-chart'

type SeriesDrawingProps = Pick<SeriesChartProps, 'label' | 'formatMonth' | 'format' | 'formatTick'> & {
  points: readonly TimePoint[]
  /** `index` says which of a point's values is theirs */
  series: readonly (Series & { index: number })[]
}

/** Lines over months on one scale. */
export function SeriesDrawing({
  label,
  points,
  series,
  formatMonth,
  format,
  formatTick,
}: SeriesDrawingProps) {
  const known = points.flatMap((point) => series.map(({ index }) => point.values[index] ?? 0))
  const scale = niceAxis(Math.min(0, ...known), Math.max(0, ...known), 4)
  return (
    <ResponsiveContainer {...fullSize}>
      <LineChart data={[...points]} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} aria-label={label}>
        <CartesianGrid vertical={false} {...gridLook} />
        <XAxis {...monthAxis(formatMonth)} />
        <YAxis {...valueAxis(scale, formatTick)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={({ active, label: month }) => {
            const point = active ? points.find((candidate) => candidate.month === month) : undefined
            if (!point) return null
            const lines = series.map(({ label: name, color, index }) => ({
              label: name,
              value: format(point.values[index] ?? 0),
              color: seriesColor(color),
            }))
            return <ChartTooltip title={formatMonth(point.month)} lines={lines} />
          }}
        />
        {series.map(({ key, label: name, color, index }) => (
          <Line
            key={key}
            dataKey={(point: TimePoint) => point.values[index] ?? null}
            name={name}
            type="linear"
            stroke={seriesColor(color)}
            strokeWidth={2}
            dot={points.length === 1}
            activeDot={{ r: 4, stroke: 'var(--surface)' }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
