'use client'

import dynamic from 'next/dynamic'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import type { SegmentationView } from '@/lib/segments/schema'

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
const KEvidence = dynamic(() => import('./k-evidence').then((module) => module.KEvidence), { loading })

/** A segmentation in pictures; each chart is loaded by itself. */
export function SegmentationCharts({ segmentation }: { segmentation: SegmentationView }) {
  return (
    <div className="flex flex-col gap-6">
      <ValueChart segmentation={segmentation} />
      <ProfileChart segmentation={segmentation} />
      <CustomerMap segmentation={segmentation} />
      <FeatureDistribution segmentation={segmentation} />
      <KEvidence segmentation={segmentation} />
    </div>
  )
}
