'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { IntervalChart } from '@/components/charts/interval-chart'
import { seriesColor } from '@/components/charts/series-color'
import type { Lift } from '@/lib/segments/insights-schema'
import type { TitledView } from '../use-named-segments'

export type LiftChartProps = {
  kind: 'categories' | 'brands' | 'products'
  segment: TitledView
  lifts: readonly Lift[]
}

/** What a segment buys more often than everybody, with intervals. */
export function LiftChart({ kind, segment, lifts }: LiftChartProps) {
  const t = useTranslations('insights.lift')
  const formats = useFormats()
  const times = (value: number) => t('times', { value: formats.decimal(value, 1) })
  const title = t(kind, { segment: segment.name })
  const rows = lifts.map((lift) => ({
    ...lift,
    liftText: times(lift.lift),
    interval: t('range', { low: times(lift.low), high: times(lift.high) }),
    buyers: formats.integer(lift.customers),
    shareText: formats.percent(lift.share),
    baselineText: formats.percent(lift.baseline),
  }))
  const best = rows.find(({ low }) => low > 1)
  const none = t(kind === 'products' ? 'emptyProducts' : 'empty')
  return (
    <ChartFrame
      title={title}
      reading={
        rows.length === 0
          ? none
          : best
            ? t('reading', {
                segment: segment.name,
                label: best.label,
                share: best.shareText,
                lift: best.liftText,
                baseline: best.baselineText,
              })
            : t('readingNone', { segment: segment.name })
      }
      help={t('help')}
      fileName={`segment-${kind}`}
      table={{
        columns: [
          { key: 'label', label: t('label') },
          { key: 'liftText', label: t('lift'), numeric: true },
          { key: 'interval', label: t('interval'), numeric: true },
          { key: 'buyers', label: t('buyers'), numeric: true },
          { key: 'shareText', label: t('share'), numeric: true },
          { key: 'baselineText', label: t('baseline'), numeric: true },
        ],
        rows: rows.map(({ label, liftText, interval, buyers, shareText, baselineText }) => ({
          label,
          liftText,
          interval,
          buyers,
          shareText,
          baselineText,
        })),
      }}
    >
      {rows.length > 0 ? (
        <IntervalChart
          label={title}
          axis={t('axis')}
          reference={1}
          scale="ratio"
          color={seriesColor(segment.color)}
          formatTick={times}
          limit={10}
          rows={rows.map((row) => ({
            id: row.id,
            label: row.label,
            value: row.lift,
            low: row.low,
            high: row.high,
            text: row.liftText,
            details: [
              { label: t('lift'), value: row.liftText },
              { label: t('interval'), value: row.interval },
              { label: t('buyers'), value: row.buyers },
              { label: t('share'), value: row.shareText },
              { label: t('baseline'), value: row.baselineText },
            ],
          }))}
        />
      ) : null}
    </ChartFrame>
  )
}
