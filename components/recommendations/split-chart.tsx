'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { SeriesChart } from '@/components/charts/series-chart'
import type { RecommenderResult } from '@/lib/recommendations/result-schema'

const parts = ['train', 'validation', 'test'] as const

/** Which time was learnt from, tuned on and tested on. */
export function SplitChart({ split }: Pick<RecommenderResult, 'split'>) {
  const t = useTranslations('recommendations.split')
  const formats = useFormats()
  const format = useFormatter()
  const month = (iso: string) =>
    format.dateTime(new Date(`${iso}-01T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return (
    <ChartFrame
      title={t('title')}
      reading={t('reading', {
        train: split.train,
        validation: formats.date(split.validationFrom),
        test: formats.date(split.testFrom),
        tested: split.test,
      })}
      fileName="recommender-split"
      table={{
        columns: [
          { key: 'month', label: t('month') },
          ...parts.map((part) => ({ key: part, label: t(part), numeric: true })),
        ],
        rows: split.months.map((one) => ({
          month: month(one.month),
          ...Object.fromEntries(parts.map((part) => [part, formats.integer(one[part])])),
        })),
      }}
    >
      <SeriesChart
        label={t('title')}
        points={split.months.map((one) => ({
          month: one.month,
          values: parts.map((part) => one[part] || null),
        }))}
        series={parts.map((part, key) => ({ key, label: t(part), color: key }))}
        formatMonth={month}
        format={formats.integer}
        formatTick={formats.compact}
      />
    </ChartFrame>
  )
}
