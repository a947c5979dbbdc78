'use client'

import type { Insights } from '@/lib/segments/insights-schema'
import type { SegmentationView } from '@/lib/segments/schema'
import { PersonaCard } from '../insights/persona-card'
import { SmallNote } from '../small-note'
import { useNamedSegments } from '../use-named-segments'

export type ReportPersonasProps = { segmentation: SegmentationView; insights: Insights }

/** Every segment's persona. */
export function ReportPersonas({ segmentation, insights }: ReportPersonasProps) {
  const titles = useNamedSegments(segmentation.segments)
  return segmentation.segments.map((segment) => {
    const own = insights.segments[segment.position]
    const title = titles[segment.position]?.name ?? ''
    if (segment.hiddenUnder) {
      return (
        <section key={segment.id} aria-label={title} className="flex flex-col gap-2">
          <h3 className="font-semibold">{title}</h3>
          <SmallNote threshold={segment.hiddenUnder} />
        </section>
      )
    }
    return own ? (
      <PersonaCard key={segment.id} segment={segment} title={title} insights={own} canEdit={false} named />
    ) : null
  })
}
