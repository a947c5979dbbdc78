'use client'

import { useTranslations } from 'next-intl'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisLook, fullSize, gridLook, valueAxis } from './axis-look'
import { ChartTooltip } from './chart-tooltip'
import { niceAxis } from './nice-ticks'
import type { EvidencePoint } from './prepare-evidence'

type EvidenceDrawingProps = {
  label: string
  points: readonly EvidencePoint[]
  /** The main panel, with the mark worded. */
  large: boolean
  chosen: number
  format: (value: number) => string
}

/** One measure over the number of segments. */
export function EvidenceDrawing({ label, points, large, chosen, format }: EvidenceDrawingProps) {
  const t = useTranslations('charts')
  const mark = points.find((point) => point.chosen)
  const known = points.flatMap((point) => point.value ?? [])
  const scale = niceAxis(Math.min(...known), Math.max(...known), large ? 4 : 3, 0.08)
  const segments = (k: number) => t('evidence.segments', { k })
  return (
    <ResponsiveContainer {...fullSize}>
      <LineChart
        data={[...points]}
        margin={{ top: large ? 22 : 8, right: 20, bottom: 0, left: 0 }}
        aria-label={label}
      >
        <CartesianGrid vertical={false} {...gridLook} />
        <XAxis dataKey="k" height={28} interval={0} padding={{ left: 16, right: 16 }} {...axisLook} />
        <YAxis {...valueAxis(scale, format)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={({ active, label: k }) => {
            const point = active ? points.find((candidate) => candidate.k === k) : undefined
            if (!point || point.value === null) return null
            const hint = point.chosen ? t('evidence.chosen') : undefined
            return (
              <ChartTooltip
                title={segments(point.k)}
                lines={[{ label: t('heatMap.value'), value: format(point.value) }]}
                hint={hint}
              />
            )
          }}
        />
        {mark ? (
          <ReferenceLine
            x={chosen}
            stroke="var(--series-2)"
            strokeDasharray="4 3"
            label={
              large
                ? {
                    value: `${segments(chosen)}: ${t('evidence.chosen')}`,
                    position: labelPosition(points, chosen),
                    fill: 'var(--text)',
                    fontSize: 12,
                    fontWeight: 600,
                  }
                : undefined
            }
          />
        ) : null}
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--series-1)"
          strokeWidth={2}
          dot={{ r: 3, fill: 'var(--series-1)', strokeWidth: 0 }}
          activeDot={{ r: 5, fill: 'var(--series-1)', stroke: 'var(--surface)' }}
          isAnimationActive={false}
        />
        {mark && mark.value !== null ? (
          <ReferenceDot
            x={chosen}
            y={mark.value}
            r={large ? 7 : 5}
            fill="var(--series-2)"
            stroke="var(--surface)"
            strokeWidth={2}
          />
        ) : null}
      </LineChart>
    </ResponsiveContainer>
  )
}

/** Above its line; to the inner side of it at the ends, where half of the label would be cut off. */
function labelPosition(points: readonly { k: number }[], chosen: number) {
  if (points.at(-1)?.k === chosen) return 'insideTopRight'
  return points[0]?.k === chosen ? 'insideTopLeft' : 'top'
}
