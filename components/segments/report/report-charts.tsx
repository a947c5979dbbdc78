'use client'

import type { Insights } from '@/lib/segments/insights-schema'
import type { SegmentationView } from '@/lib/segments/schema'
import { RevenueTimeline } from '../insights/revenue-timeline'
import { ProfileChart } from '../profile-chart'
import { useNamedSegments } from '../use-named-segments'
import { ValueChart } from '../value-chart'

export type ReportChartsProps = { segmentation: SegmentationView; timeline: Insights['timeline'] | null }

/** The pictures of a report. */
export function ReportCharts({ segmentation, timeline }: ReportChartsProps) {
  const segments = useNamedSegments(segmentation.segments)
  return (
    <>
      <ValueChart segmentation={segmentation} />
      <ProfileChart segmentation={segmentation} />
      {timeline ? <RevenueTimeline timeline={timeline} segments={segments} asOf={segmentation.asOf} /> : null}
    </>
  )
}
