'use client'

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { fullSize, gridLook, monthAxis, valueAxis } from './axis-look'
import { ChartTooltip } from './chart-tooltip'
import { niceAxis } from './nice-ticks'
import { seriesColor } from './series-color'
import type { TimeMeasure, TimePoint } from './time-chart'

type TimeDrawingProps = {
  label: string
  points: readonly TimePoint[]
  measures: readonly TimeMeasure[]
  /** Index of the measure drawn here; all of them share the width of their axes. */
  drawn: number
  formatMonth: (month: string) => string
  syncId: string
}

/** One measure of a time chart. */
export function TimeDrawing({ label, points, measures, drawn, formatMonth, syncId }: TimeDrawingProps) {
  const measure = measures[drawn]
  if (!measure) return null
  const data = points.map((point) => ({ month: point.month, value: point.values[drawn] ?? null }))
  const scales = measures.map((one, index) => ({
    write: one.formatTick ?? one.format,
    ...scaleOf(points, index),
  }))
  const scale = scales[drawn]
  if (!scale) return null
  const color = seriesColor(drawn)
  return (
    <ResponsiveContainer {...fullSize}>
      <ComposedChart
        data={data}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        barCategoryGap="20%"
        syncId={measures.length > 1 ? syncId : undefined}
        aria-label={label}
      >
        <CartesianGrid vertical={false} {...gridLook} />
        <XAxis {...monthAxis(formatMonth)} />
        <YAxis
          {...valueAxis(
            scale,
            scale.write,
            scales.flatMap(({ ticks, write }) => ticks.map(write)),
          )}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={measure.kind === 'bar' ? { fill: 'var(--subtle)' } : { stroke: 'var(--border-strong)' }}
          content={({ active, label: month }) => {
            const point = active ? points.find((candidate) => candidate.month === month) : undefined
            if (!point) return null
            const value = point.values[drawn]
            if (value === null || value === undefined) return null
            const lines = [{ label: measure.label, value: measure.format(value), color }]
            return <ChartTooltip title={formatMonth(point.month)} lines={lines} />
          }}
        />
        {measure.kind === 'bar' ? (
          <Bar dataKey="value" fill={color} radius={[3, 3, 0, 0]} isAnimationActive={false} />
        ) : (
          <Line
            dataKey="value"
            stroke={color}
            strokeWidth={2}
            type="linear"
            dot={{ r: 3, fill: color, strokeWidth: 0 }}
            activeDot={{ r: 5, fill: color, stroke: 'var(--surface)' }}
            connectNulls={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

function scaleOf(points: readonly TimePoint[], measure: number) {
  const known = points.flatMap((point) => point.values[measure] ?? [])
  return niceAxis(Math.min(0, ...known), Math.max(0, ...known), 4)
}
