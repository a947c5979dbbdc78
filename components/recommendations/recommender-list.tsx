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
import type { RecommenderSummary } from '@/lib/recommendations/schema'
import type { Formats } from '@/lib/shared/formatting'

const tones: Record<RecommenderSummary['state'], Tone> = {
  queued: 'info',
  running: 'info',
  completed: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}
const wide = 'hidden md:table-cell'

export type RecommenderListProps = { recommenders: readonly RecommenderSummary[]; formats: Formats }

/** Every recommender with its score, newest first. */
export function RecommenderList({ recommenders, formats }: RecommenderListProps) {
  const t = useTranslations('recommendations')
  const none = t('list.none')
  return (
    <TableScroll label={t('list.label')}>
      <Table>
        <TableCaption>{t('list.label')}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('list.name')}</TableHeader>
            <TableHeader>{t('list.state')}</TableHeader>
            <TableHeader className={wide}>{t('list.chosen')}</TableHeader>
            <TableHeader numeric className="min-w-20 whitespace-normal">
              {t('list.gain')}
            </TableHeader>
            <TableHeader numeric className={wide}>
              {t('list.customers')}
            </TableHeader>
            <TableHeader numeric className={wide}>
              {t('list.products')}
            </TableHeader>
            <TableHeader className={wide}>{t('list.asOf')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {recommenders.map((one) => (
            <TableRow key={one.id}>
              <TableCell className="max-w-80 min-w-32 break-words">
                <TextLink href={`/recommendations/${one.id}`}>{one.name}</TextLink>
              </TableCell>
              <TableCell>
                <Badge tone={tones[one.state]}>{t(`states.${one.state}`)}</Badge>
              </TableCell>
              <TableCell className={wide}>{one.chosen ? t(`strategies.${one.chosen}.name`) : none}</TableCell>
              <TableCell numeric>
                {one.gain ? `${one.gain.mean >= 0 ? '+' : ''}${formats.decimal(one.gain.mean, 3)}` : none}
              </TableCell>
              <TableCell numeric className={wide}>
                {one.customers === null ? none : formats.integer(one.customers)}
              </TableCell>
              <TableCell numeric className={wide}>
                {one.products === null ? none : formats.integer(one.products)}
              </TableCell>
              <TableCell className={wide}>{formats.date(one.asOf)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
