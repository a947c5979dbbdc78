import { seriesColor } from '@/components/charts/series-color'
import { Swatch } from '@/components/ui/swatch'

/** A segment's name beside its colour. */
export function SegmentHeading({ color, title }: { color: number; title: string }) {
  return (
    <span className="inline-flex items-baseline gap-2.5">
      <Swatch color={seriesColor(color)} className="size-4" />
      <span className="min-w-0">{title}</span>
    </span>
  )
}
