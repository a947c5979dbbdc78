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

export type SegmentationListProps = { segmentations: readonly SegmentationSummary[]; formats: Formats }

/** Every segmentation of the workspace, newest first. */
export function SegmentationList({ segmentations, formats }: SegmentationListProps) {
  const t = useTranslations('segments')
  return (
    <TableScroll label={t('list.tableLabel')}>
      <Table className="min-w-160">
        <TableCaption>{t('list.tableLabel')}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('list.columns.name')}</TableHeader>
            <TableHeader>{t('list.columns.state')}</TableHeader>
            <TableHeader numeric>{t('list.columns.segments')}</TableHeader>
            <TableHeader numeric>{t('list.columns.customers')}</TableHeader>
            <TableHeader>{t('list.columns.asOf')}</TableHeader>
            <TableHeader>{t('list.columns.created')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {segmentations.map((one) => (
            <TableRow key={one.id}>
              <TableCell className="max-w-80 min-w-40">
                <TextLink href={`/segments/${one.id}`}>{one.name}</TextLink>
              </TableCell>
              <TableCell>
                <Badge tone={tones[one.state]}>{t(`states.${one.state}`)}</Badge>
              </TableCell>
              <TableCell numeric>{one.k === null ? '–' : formats.integer(one.k)}</TableCell>
              <TableCell numeric>{one.customers === null ? '–' : formats.integer(one.customers)}</TableCell>
              <TableCell className="whitespace-nowrap">{formats.date(one.asOf)}</TableCell>
              <TableCell className="whitespace-nowrap">{formats.dateTime(one.createdAt)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
