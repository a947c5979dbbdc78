'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { BarChart } from '@/components/charts/bar-chart'
import { ChartFrame } from '@/components/charts/chart-frame'
import type { SegmentationView } from '@/lib/segments/schema'
import { readValue } from './reading-value'
import { shareOf } from './share'
import { useNamedSegments } from './use-named-segments'
import { useReadingText } from './use-reading-text'

/** Each segment's share of customers beside its share of net revenue. */
export function ValueChart({ segmentation }: { segmentation: SegmentationView }) {
  const t = useTranslations('segments.charts')
  const formats = useFormats()
  const readingText = useReadingText()
  const segments = useNamedSegments(segmentation.segments)
  const customers = segmentation.customers ?? 0
  const rows = segments.map((segment) => ({
    segment,
    size: shareOf(segment.size, customers),
    revenue: shareOf(segment.revenue, segmentation.revenue),
  }))
  const percent = (share: number | null) => (share === null ? '–' : formats.percent(share, 1))
  return (
    <ChartFrame
      title={t('value.title')}
      reading={readingText(readValue(formats, segments))}
      fileName="segments-size-and-value"
      table={{
        columns: [
          { key: 'segment', label: t('segment') },
          { key: 'size', label: t('value.customersCount'), numeric: true },
          { key: 'sizeShare', label: t('value.customers'), numeric: true },
          { key: 'revenue', label: t('value.revenueAmount'), numeric: true },
          { key: 'revenueShare', label: t('value.revenue'), numeric: true },
          { key: 'perCustomer', label: t('value.perCustomer'), numeric: true },
        ],
        rows: rows.map(({ segment, size, revenue }) => ({
          segment: segment.name,
          size: formats.integer(segment.size),
          sizeShare: percent(size),
          revenue: formats.money(segment.revenue),
          revenueShare: percent(revenue),
          perCustomer: segment.size > 0 ? formats.money(segment.revenue / segment.size) : '–',
        })),
      }}
    >
      <BarChart
        label={t('value.title')}
        measures={[t('value.customers'), t('value.revenue')]}
        sameScale
        rows={rows.map(({ segment, size, revenue }) => ({
          id: segment.id,
          label: segment.name,
          color: segment.color,
          values: [size, revenue],
          texts: [percent(size), percent(revenue)],
        }))}
      />
    </ChartFrame>
  )
}
