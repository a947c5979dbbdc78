'use client'

import dynamic from 'next/dynamic'
import { useFormats } from '@/components/app/formats-provider'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import type { RfmView } from '@/lib/segments/schema'
import { useNamedSegments } from '../use-named-segments'
import { BoundsTable } from './bounds-table'
import { RfmGridChart } from './rfm-grid-chart'

const loading = () => <ChartSkeleton />
const ValueChart = dynamic(() => import('../value-chart').then((module) => module.ValueChart), { loading })
const ProfileChart = dynamic(() => import('../profile-chart').then((module) => module.ProfileChart), {
  loading,
})
const FeatureDistribution = dynamic(
  () => import('../feature-distribution').then((module) => module.FeatureDistribution),
  { loading: () => <ChartSkeleton height={400} /> },
)

/** A finished RFM segmentation in pictures. */
export function RfmCharts({ segmentation }: { segmentation: RfmView }) {
  const formats = useFormats()
  const segments = useNamedSegments(segmentation.segments)
  const { settings, result } = segmentation
  const grid = { map: settings.map, bounds: result.bounds, figures: result.cells }
  const filled = { ...segmentation, segments: segmentation.segments.filter(({ size }) => size > 0) }
  return (
    <div className="flex flex-col gap-6">
      <RfmGridChart {...grid} segments={segments} />
      <BoundsTable {...grid} formats={formats} />
      <ValueChart segmentation={filled} />
      <ProfileChart segmentation={filled} />
      <FeatureDistribution segmentation={filled} />
    </div>
  )
}
