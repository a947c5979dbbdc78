import { useTranslations } from 'next-intl'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { SegmentationView, SegmentView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { shareOf } from './share'

export type SegmentFiguresProps = { segmentation: SegmentationView; segment: SegmentView; formats: Formats }

/** A segment's size and worth beside the whole. */
export function SegmentFigures({ segmentation, segment, formats }: SegmentFiguresProps) {
  const t = useTranslations('segments.segment')
  const customers = segmentation.customers ?? 0
  const revenueShare = shareOf(segment.revenue, segmentation.revenue)
  const { silhouette } = segment.profile
  return (
    <StatGrid>
      <Stat
        label={t('customers')}
        value={formats.integer(segment.size)}
        hint={t('customersHint', { share: formats.percent(customers > 0 ? segment.size / customers : 0, 1) })}
      />
      <Stat
        label={t('revenue')}
        value={formats.moneyCompact(segment.revenue)}
        hint={revenueShare === null ? null : t('revenueHint', { share: formats.percent(revenueShare, 1) })}
      />
      <Stat
        label={t('perCustomer')}
        value={
          segment.size > 0 && segment.hiddenUnder === null
            ? formats.money(segment.revenue / segment.size)
            : '–'
        }
        hint={t('perCustomerHint', { value: formats.money(segmentation.revenue / customers) })}
      />
      <Stat
        label={t('silhouette')}
        value={silhouette === null ? '–' : formats.decimal(silhouette, 2)}
        hint={t('silhouetteHint')}
      />
    </StatGrid>
  )
}
