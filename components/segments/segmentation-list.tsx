import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import type { SegmentationSummary } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'

const tones: Record<SegmentationSummary['state'], Tone> = {
  queued: 'info',
  running: 'info',
  completed: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

/** what phones show under the name instead of in a column */
const wide = 'hidden whitespace-nowrap md:table-cell'

export type SegmentationListProps = { segmentations: readonly SegmentationSummary[]; formats: Formats }

/** Segmentations of any kind, in the order given. */
export function SegmentationList({ segmentations, formats }: SegmentationListProps) {
  const t = useTranslations('segments')
  const state = (one: SegmentationSummary) => (
    <Badge tone={tones[one.state]}>{t(`states.${one.state}`)}</Badge>
  )
  return (
    <TableScroll label={t('list.tableLabel')}>
      <Table>
        <TableCaption>{t('list.tableLabel')}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('list.columns.name')}</TableHeader>
            <TableHeader className={wide}>{t('list.columns.kind')}</TableHeader>
            <TableHeader className={wide}>{t('list.columns.state')}</TableHeader>
            <TableHeader numeric>{t('list.columns.segments')}</TableHeader>
            <TableHeader numeric>{t('list.columns.customers')}</TableHeader>
            <TableHeader className={wide}>{t('list.columns.asOf')}</TableHeader>
            <TableHeader className={wide}>{t('list.columns.created')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {segmentations.map((one) => (
            <TableRow key={one.id}>
              <TableCell className="max-w-80 min-w-32 break-words">
                <TextLink href={`/segments/${one.id}`}>{one.name}</TextLink>
                <span className="mt-1 flex flex-wrap items-center gap-1.5 text-xs text-muted md:hidden">
                  {one.state === 'completed' ? null : state(one)}
                  <span className="whitespace-nowrap">{t(`list.kinds.${one.kind}`)}</span>
                  <span className="whitespace-nowrap">{formats.date(one.asOf)}</span>
                </span>
              </TableCell>
              <TableCell className={wide}>
                <Badge>{t(`list.kinds.${one.kind}`)}</Badge>
              </TableCell>
              <TableCell className={wide}>{state(one)}</TableCell>
              <TableCell numeric>{one.k === null ? '–' : formats.integer(one.k)}</TableCell>
              <TableCell numeric>{one.customers === null ? '–' : formats.integer(one.customers)}</TableCell>
              <TableCell className={wide}>{formats.date(one.asOf)}</TableCell>
              <TableCell className={wide}>{formats.dateTime(one.createdAt)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
