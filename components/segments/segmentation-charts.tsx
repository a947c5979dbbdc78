'use client'

import dynamic from 'next/dynamic'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import type { KmeansView } from '@/lib/segments/schema'

const loading = () => <ChartSkeleton />
const ValueChart = dynamic(() => import('./value-chart').then((module) => module.ValueChart), { loading })
const ProfileChart = dynamic(() => import('./profile-chart').then((module) => module.ProfileChart), {
  loading,
})
const CustomerMap = dynamic(() => import('./customer-map').then((module) => module.CustomerMap), {
  loading: () => <ChartSkeleton height={480} />,
})
const FeatureDistribution = dynamic(
  () => import('./feature-distribution').then((module) => module.FeatureDistribution),
  { loading: () => <ChartSkeleton height={400} /> },
)

/** A segmentation in pictures; each chart is loaded by itself. */
export function SegmentationCharts({ segmentation }: { segmentation: KmeansView }) {
  return (
    <div className="flex flex-col gap-6">
      <ValueChart segmentation={segmentation} />
      <ProfileChart segmentation={segmentation} />
      <CustomerMap segmentation={segmentation} />
      <FeatureDistribution segmentation={segmentation} />
    </div>
  )
}
