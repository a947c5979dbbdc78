'use client'

import { useTranslations } from 'next-intl'
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { axisLook, fullSize, gridLook, valueAxis } from './axis-look'
import { ChartTooltip } from './chart-tooltip'
import { niceAxis, niceTicks } from './nice-ticks'
import type { CurveStep } from './prepare-distribution'
import { seriesColor } from './series-color'

type CurvesDrawingProps = {
  label: string
  steps: readonly CurveStep[]
  segments: readonly { position: number; color: number; name: string }[]
  format: (value: number) => string
  formatShare: (share: number) => string
}

/** Stepped curves on a numeric axis. */
export function CurvesDrawing({ label, steps, segments, format, formatShare }: CurvesDrawingProps) {
  const t = useTranslations('charts')
  const low = steps[0]?.x ?? 0
  const high = steps.at(-1)?.x ?? 1
  const highest = Math.max(
    0,
    ...steps.flatMap((step) => segments.map(({ position }) => step.shares[position] ?? 0)),
  )
  const scale = niceAxis(0, highest, 4)
  return (
    <ResponsiveContainer {...fullSize}>
      <AreaChart data={[...steps]} margin={{ top: 8, right: 20, bottom: 0, left: 0 }} aria-label={label}>
        <CartesianGrid vertical={false} {...gridLook} />
        <XAxis
          dataKey="x"
          type="number"
          domain={[low, high]}
          ticks={niceTicks(low, high, 5)}
          tickFormatter={format}
          minTickGap={16}
          height={28}
          {...axisLook}
        />
        <YAxis {...valueAxis(scale, formatShare)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={({ active, label: x }) => {
            const index = active ? steps.findIndex((step) => step.x === x) : -1
            const bin = Math.min(index, steps.length - 2)
            const from = steps[bin]
            const to = steps[bin + 1]
            if (!from || !to) return null
            const lines = segments.flatMap(({ position, color, name }) => {
              const share = from.shares[position]
              return share === undefined
                ? []
                : [{ label: name, value: formatShare(share), color: seriesColor(color) }]
            })
            return (
              <ChartTooltip
                title={t('distribution.range', { from: format(from.x), to: format(to.x) })}
                lines={lines}
              />
            )
          }}
        />
        {segments.map(({ position, color, name }) => (
          <Area
            key={position}
            dataKey={(step: CurveStep) => step.shares[position] ?? null}
            name={name}
            type="stepAfter"
            stroke={seriesColor(color)}
            strokeWidth={2}
            fill={seriesColor(color)}
            fillOpacity={0.08}
            dot={false}
            activeDot={{ r: 4, stroke: 'var(--surface)' }}
            isAnimationActive={false}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  )
}
