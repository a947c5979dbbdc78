import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { useSegmentName } from '@/components/segments/use-segment-name'
import { Swatch } from '@/components/ui/swatch'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import type { SegmentationView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'

/** Each segment's customers and share of revenue, the most valuable first. */
export function SegmentShares({ view, formats }: { view: SegmentationView; formats: Formats }) {
  const t = useTranslations('overview.segments')
  const segmentName = useSegmentName()
  const segments = [...view.segments].sort((a, b) => b.revenue - a.revenue)
  return (
    <Table>
      <TableCaption>{t('title')}</TableCaption>
      <TableHead className="bg-transparent">
        <TableRow>
          <TableHeader className="first:pl-0">{t('segment')}</TableHeader>
          <TableHeader numeric>{t('customers')}</TableHeader>
          <TableHeader className="w-2/5 last:pr-0">{t('revenueShare')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {segments.map((segment) => {
          const share = view.revenue > 0 ? segment.revenue / view.revenue : 0
          const color = seriesColor(segment.color)
          return (
            <TableRow key={segment.id}>
              <TableCell className="first:pl-0">
                <span className="inline-flex items-center gap-2">
                  <Swatch color={color} />
                  <TextLink href={`/segments/${view.id}/${segment.id}`}>{segmentName(segment)}</TextLink>
                </span>
              </TableCell>
              <TableCell numeric>{formats.integer(segment.size)}</TableCell>
              <TableCell className="last:pr-0">
                <span className="flex items-center gap-2">
                  <span className="w-12 shrink-0 text-right tabular-nums">{formats.percent(share)}</span>
                  <span aria-hidden className="h-2 grow overflow-hidden rounded-full bg-track">
                    <span
                      className="block h-full rounded-full"
                      style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%`, backgroundColor: color }}
                    />
                  </span>
                </span>
              </TableCell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}
