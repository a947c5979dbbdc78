'use client'

import type { Insights } from '@/lib/segments/insights-schema'
import type { SegmentationView } from '@/lib/segments/schema'
import { FairnessReview } from '../insights/fairness-review'
import { QualityTable } from '../insights/quality-table'
import { TreeRules } from '../insights/tree-rules'
import { useNamedSegments } from '../use-named-segments'

export type ReportTrustProps = { segmentation: SegmentationView; insights: Insights }

/** How far to trust the segments, on paper. */
export function ReportTrust({ segmentation, insights }: ReportTrustProps) {
  const segments = useNamedSegments(segmentation.segments)
  const clustered = segmentation.kind === 'kmeans' || segmentation.kind === 'scored' ? segmentation : null
  return (
    <>
      {clustered ? (
        <QualityTable segments={segments} insights={insights} stability={clustered.result.stability} />
      ) : null}
      {segments.length > 1 ? <TreeRules segments={segments} tree={insights.tree} /> : null}
      <FairnessReview segments={segments} fairness={insights.fairness} />
    </>
  )
}
