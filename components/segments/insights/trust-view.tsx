'use client'

import dynamic from 'next/dynamic'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import type { Insights } from '@/lib/segments/insights-schema'
import type { SegmentationView } from '@/lib/segments/schema'
import { useNamedSegments } from '../use-named-segments'
import { FairnessReview } from './fairness-review'
import { QualityTable } from './quality-table'
import { TreeRules } from './tree-rules'

const KEvidence = dynamic(() => import('../k-evidence').then((module) => module.KEvidence), {
  loading: () => <ChartSkeleton />,
})

export type TrustViewProps = { segmentation: SegmentationView; insights: Insights }

/** How far to trust the segments: their number, their clearness, their rules, and whom they leave out. */
export function TrustView({ segmentation, insights }: TrustViewProps) {
  const segments = useNamedSegments(segmentation.segments)
  const clustered = segmentation.kind === 'kmeans' || segmentation.kind === 'scored' ? segmentation : null
  return (
    <div className="flex flex-col gap-6">
      {clustered ? (
        <>
          {clustered.result.evidence.length > 0 ? <KEvidence segmentation={clustered} /> : null}
          <QualityTable segments={segments} insights={insights} stability={clustered.result.stability} />
        </>
      ) : null}
      {segments.length > 1 ? <TreeRules segments={segments} tree={insights.tree} /> : null}
      <FairnessReview segments={segments} fairness={insights.fairness} />
    </div>
  )
}
