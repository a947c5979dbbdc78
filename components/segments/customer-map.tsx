'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { ChartFrame } from '@/components/charts/chart-frame'
import { PointMap } from '@/components/charts/point-map'
import { useOpenCustomer } from '@/components/customers/use-open-customer'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { mapQuery } from '@/lib/segments/client'
import type { KmeansView } from '@/lib/segments/schema'
import { describeAxis, readMap } from './reading-map'
import { useFeatureText } from './use-feature-text'
import { useNamedSegments } from './use-named-segments'
import { useReadingText } from './use-reading-text'

/** Every customer as a dot, close to those who buy alike; a dot leads to the customer. */
export function CustomerMap({ segmentation }: { segmentation: KmeansView }) {
  const t = useTranslations('segments.charts')
  const open = useOpenCustomer()
  const formats = useFormats()
  const errorText = useErrorText()
  const readingText = useReadingText()
  const features = useFeatureText()
  const segments = useNamedSegments(segmentation.segments)
  const points = useQuery(mapQuery(segmentation.id))
  const { axes, explained } = segmentation.result.pca
  const axisText = (axis: number) => {
    const described = axes[axis]?.map(({ feature, weight }) => ({ name: features.name(feature), weight }))
    const text = readingText(describeAxis(formats, described ?? []))
    return t('map.axisShare', { axis: text, share: formats.percent(explained[axis] ?? 0) })
  }
  return (
    <ChartFrame
      title={t('map.title')}
      reading={readingText(readMap(formats, explained))}
      help={t('map.description')}
      fileName="segments-customer-map"
      table={{
        columns: [
          { key: 'segment', label: t('segment') },
          { key: 'customers', label: t('value.customersCount'), numeric: true },
          { key: 'x', label: t('map.tableSegmentX'), numeric: true },
          { key: 'y', label: t('map.tableSegmentY'), numeric: true },
        ],
        rows: segments.map(({ name, size, profile: { centre } }) => ({
          segment: name,
          customers: formats.integer(size),
          x: centre ? formats.decimal(centre[0], 2) : '–',
          y: centre ? formats.decimal(centre[1], 2) : '–',
        })),
      }}
    >
      {points.data ? (
        <PointMap
          label={t('map.title')}
          points={points.data}
          segments={segments.map(({ position, color, name }) => ({ position, color, name }))}
          axes={{ x: axisText(0), y: axisText(1) }}
          onSelect={(id) => open.mutate(id)}
        />
      ) : points.isError ? (
        <ErrorState
          className="h-120 border-0"
          title={t('failed', { title: t('map.title') })}
          description={errorText(points.error)}
          onRetry={() => points.refetch()}
          retrying={points.isFetching}
        />
      ) : (
        <Skeleton className="h-120" />
      )}
    </ChartFrame>
  )
}
