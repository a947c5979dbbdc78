'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { SeriesChart } from '@/components/charts/series-chart'
import type { Insights } from '@/lib/segments/insights-schema'
import type { TitledView } from '../use-named-segments'
import { readTimeline } from './reading-timeline'

export type RevenueTimelineProps = {
  timeline: Insights['timeline']
  segments: readonly TitledView[]
  /** YYYY-MM-DD */
  asOf: string
}

/** What each segment's customers brought in, month by month. */
export function RevenueTimeline({ timeline, segments, asOf }: RevenueTimelineProps) {
  const t = useTranslations('insights.timeline')
  const formats = useFormats()
  const format = useFormatter()
  const month = (iso: string, style: 'short' | 'long' = 'short') =>
    format.dateTime(new Date(`${iso}-01T00:00:00Z`), { month: style, year: 'numeric', timeZone: 'UTC' })
  const reading = readTimeline(timeline, asOf)
  const shown = segments.filter(({ hiddenUnder }) => hiddenUnder === null)
  const amount = (position: number, month: number) => timeline.revenue[position]?.[month] ?? 0
  return (
    <ChartFrame
      title={t('title')}
      reading={
        reading
          ? t('reading', {
              month: month(reading.month, 'long'),
              segment: segments[reading.segment]?.name ?? '',
              amount: formats.money(reading.amount),
              share: formats.percent(reading.share),
            })
          : t('readingNone')
      }
      help={t('help')}
      fileName="segments-revenue-by-month"
      table={{
        columns: [
          { key: 'month', label: t('month') },
          ...shown.map(({ id, name }) => ({ key: id, label: name, numeric: true })),
        ],
        rows: timeline.months.map((iso, index) => ({
          month: month(iso),
          ...Object.fromEntries(
            shown.map(({ id, position }) => [id, formats.money(amount(position, index))]),
          ),
        })),
      }}
    >
      <SeriesChart
        label={t('title')}
        points={timeline.months.map((iso, index) => ({
          month: iso,
          values: shown.map(({ position }) => amount(position, index)),
        }))}
        series={shown.map(({ position, name, color }) => ({ key: position, label: name, color }))}
        formatMonth={(iso) => month(iso)}
        format={formats.money}
        formatTick={formats.moneyCompact}
      />
    </ChartFrame>
  )
}
