import type { SegmentationView, SegmentView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { SegmentCard } from './segment-card'

type SegmentCardsProps = {
  segmentation: SegmentationView
  segments: readonly SegmentView[]
  formats: Formats
  canEdit: boolean
}

/** Some of a segmentation's segments, a card each. */
export function SegmentCards({ segmentation, segments, formats, canEdit }: SegmentCardsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {segments.map((segment) => (
        <SegmentCard
          key={segment.id}
          segment={segment}
          href={`/segments/${segmentation.id}/${segment.id}`}
          customers={segmentation.customers ?? 0}
          revenue={segmentation.revenue}
          formats={formats}
          canEdit={canEdit}
        />
      ))}
    </div>
  )
}
