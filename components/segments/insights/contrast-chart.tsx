'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { IntervalChart } from '@/components/charts/interval-chart'
import { seriesColor } from '@/components/charts/series-color'
import type { Contrast } from '@/lib/segments/insights-schema'
import { useFeatureText } from '../use-feature-text'
import type { TitledView } from '../use-named-segments'
import { significance } from './significance'

export type ContrastChartProps = {
  segment: TitledView
  contrasts: readonly Contrast[]
  /** comparisons that were corrected for at once */
  tests: number
}

/** How far a segment's averages lie from everybody else's, with intervals. */
export function ContrastChart({ segment, contrasts, tests }: ContrastChartProps) {
  const t = useTranslations('insights.contrast')
  const formats = useFormats()
  const features = useFeatureText()
  const signed = (value: number) => `${value > 0 ? '+' : ''}${formats.decimal(value, 1)}`
  const rows = contrasts.map((contrast) => ({
    ...contrast,
    name: features.name(contrast.feature),
    interval: t('range', { low: signed(contrast.low), high: signed(contrast.high) }),
    insideText: features.value(contrast.feature, contrast.inside),
    outsideText: features.value(contrast.feature, contrast.outside),
    sure: t(contrast.adjusted < significance ? 'sureYes' : 'sureNo'),
  }))
  const strongest = rows.find(({ adjusted }) => adjusted < significance)
  return (
    <ChartFrame
      title={t('title', { segment: segment.name })}
      reading={
        strongest
          ? t('reading', {
              segment: segment.name,
              feature: strongest.name,
              inside: strongest.insideText,
              outside: strongest.outsideText,
            })
          : t('readingNone', { segment: segment.name })
      }
      help={
        <>
          {t('help')} {t('sureHint', { tests })}
        </>
      }
      fileName="segment-differences"
      table={{
        columns: [
          { key: 'name', label: t('feature') },
          { key: 'effect', label: t('effect'), numeric: true },
          { key: 'interval', label: t('interval'), numeric: true },
          { key: 'insideText', label: t('inside'), numeric: true },
          { key: 'outsideText', label: t('outside'), numeric: true },
          { key: 'sure', label: t('sure') },
        ],
        rows: rows.map(({ name, effect, interval, insideText, outsideText, sure }) => ({
          name,
          effect: signed(effect),
          interval,
          insideText,
          outsideText,
          sure,
        })),
      }}
    >
      <IntervalChart
        label={t('title', { segment: segment.name })}
        axis={t('axis')}
        reference={0}
        scale="linear"
        color={seriesColor(segment.color)}
        formatTick={(value) => formats.decimal(value, 1)}
        rows={rows.map((row) => ({
          id: row.feature,
          label: row.name,
          value: row.effect,
          low: row.low,
          high: row.high,
          text: signed(row.effect),
          details: [
            { label: t('effect'), value: t('direction', { value: signed(row.effect) }) },
            { label: t('interval'), value: row.interval },
            { label: t('inside'), value: row.insideText },
            { label: t('outside'), value: row.outsideText },
            { label: t('sure'), value: row.sure },
          ],
        }))}
      />
    </ChartFrame>
  )
}
