'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { ChartFrame } from '@/components/charts/chart-frame'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import { DistributionChart } from '@/components/charts/distribution-chart'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { distributionQuery } from '@/lib/segments/client'
import type { SegmentationView } from '@/lib/segments/schema'
import { readDistribution } from './reading-distribution'
import { useFeatureText } from './use-feature-text'
import { useNamedSegments } from './use-named-segments'
import { useReadingText } from './use-reading-text'

/** How one feature, chosen by the reader, spreads within each segment. */
export function FeatureDistribution({ segmentation }: { segmentation: SegmentationView }) {
  const t = useTranslations('segments.charts')
  const formats = useFormats()
  const errorText = useErrorText()
  const readingText = useReadingText()
  const features = useFeatureText()
  const segments = useNamedSegments(segmentation.segments)
  const choices = segmentation.result.features.map(({ id }) => id)
  const [feature, setFeature] = useState(choices.includes('monetary') ? 'monetary' : (choices[0] ?? ''))
  const result = useQuery({
    ...distributionQuery(segmentation.id, feature),
    placeholderData: keepPreviousData,
  })
  const choice = (
    <Select
      size="sm"
      aria-label={t('distribution.select')}
      wrapperClassName="w-52 max-w-full"
      value={feature}
      onChange={(event) => setFeature(event.target.value)}
    >
      {choices.map((id) => (
        <option key={id} value={id}>
          {features.name(id)}
        </option>
      ))}
    </Select>
  )
  if (result.isError) {
    return (
      <ErrorState
        title={t('failed', { title: t('distribution.title') })}
        description={errorText(result.error)}
        onRetry={() => result.refetch()}
        retrying={result.isFetching}
        actions={choice}
      />
    )
  }
  if (!result.data) return <ChartSkeleton height={400} />
  const { data } = result
  const format = (value: number | null) => features.value(data.feature, value)
  const rows = data.segments.map((row) => {
    const segment = segments.find(({ position }) => position === row.position)
    return { ...row, color: segment?.color ?? 0, segment: segment?.name ?? '' }
  })
  return (
    <ChartFrame
      title={t('distribution.title')}
      reading={readingText(readDistribution(features.name(data.feature), rows, format))}
      fileName={`segments-distribution-${data.feature}`}
      actions={choice}
      table={{
        columns: [
          { key: 'segment', label: t('segment') },
          { key: 'median', label: t('distribution.median'), numeric: true },
          { key: 'middle', label: t('distribution.middle'), numeric: true },
          { key: 'most', label: t('distribution.most'), numeric: true },
          { key: 'missing', label: t('distribution.missing'), numeric: true },
        ],
        rows: rows.map((row) => ({
          segment: row.segment,
          median: format(row.median),
          middle: t('distribution.range', { from: format(row.p25), to: format(row.p75) }),
          most: t('distribution.range', { from: format(row.p5), to: format(row.p95) }),
          missing: formats.integer(row.missing),
        })),
      }}
    >
      <DistributionChart
        label={t('distribution.title')}
        axis={features.name(data.feature)}
        edges={data.edges}
        segments={rows.map(({ segment: name, ...row }) => ({ ...row, name }))}
        format={format}
        formatShare={formats.percent}
        formatCount={formats.integer}
      />
    </ChartFrame>
  )
}
