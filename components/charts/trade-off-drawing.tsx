'use client'

import {
  CartesianGrid,
  Cell,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisLook, axisWidth, fullSize, gridLook } from './axis-look'
import { ChartTooltip } from './chart-tooltip'
import { niceAxis } from './nice-ticks'
import { seriesColor } from './series-color'
import type { TradeOffChartProps, TradeOffPoint } from './trade-off-chart'

/** Dots on two numeric axes from 0. */
export function TradeOffDrawing({ label, points, xLabel, yLabel, formatX, formatY }: TradeOffChartProps) {
  const x = niceAxis(0, Math.max(...points.map((point) => point.x), 0.01), 5)
  const y = niceAxis(0, Math.max(...points.map((point) => point.y), 0.01), 4)
  return (
    <ResponsiveContainer {...fullSize}>
      <ScatterChart margin={{ top: 8, right: 20, bottom: 0, left: 0 }} aria-label={label}>
        <CartesianGrid {...gridLook} />
        <XAxis
          dataKey="x"
          type="number"
          domain={x.domain}
          ticks={x.ticks}
          tickFormatter={formatX}
          height={28}
          {...axisLook}
        />
        <YAxis
          dataKey="y"
          type="number"
          domain={y.domain}
          ticks={y.ticks}
          tickFormatter={formatY}
          width={axisWidth(y.ticks.map(formatY))}
          {...axisLook}
          axisLine={false}
          tickMargin={4}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={({ active, payload }) => {
            const point = active ? (payload[0]?.payload as TradeOffPoint | undefined) : undefined
            if (!point) return null
            const lines = [
              { label: yLabel, value: formatY(point.y) },
              { label: xLabel, value: formatX(point.x) },
            ]
            return <ChartTooltip title={point.label} color={seriesColor(point.color)} lines={lines} />
          }}
        />
        <Scatter data={[...points]} isAnimationActive={false}>
          {points.map((point) => (
            <Cell key={point.id} fill={seriesColor(point.color)} stroke="var(--surface)" />
          ))}
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  )
}
