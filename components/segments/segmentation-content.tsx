import type { SegmentationView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { RfmOverview } from './rfm/rfm-overview'
import { AudienceOverview } from './rules/audience-overview'
import { RuleOverview } from './rules/rule-overview'
import { SegmentationOverview } from './segmentation-overview'

export type SegmentationContentProps = { segmentation: SegmentationView; formats: Formats; canEdit: boolean }

/** A finished segmentation of any kind. */
export function SegmentationContent({ segmentation, formats, canEdit }: SegmentationContentProps) {
  switch (segmentation.kind) {
    case 'kmeans':
    case 'scored':
      return <SegmentationOverview segmentation={segmentation} formats={formats} canEdit={canEdit} />
    case 'rfm':
      return <RfmOverview segmentation={segmentation} formats={formats} canEdit={canEdit} />
    case 'audience':
      return <AudienceOverview segmentation={segmentation} />
    case 'rule':
      return <RuleOverview segmentation={segmentation} canEdit={canEdit} />
  }
}
