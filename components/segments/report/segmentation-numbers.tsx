import { useTranslations } from 'next-intl'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { SegmentationView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'

export type SegmentationNumbersProps = { segmentation: SegmentationView; formats: Formats }

/** The figures at the head of a report. */
export function SegmentationNumbers({ segmentation, formats }: SegmentationNumbersProps) {
  const t = useTranslations('insights.report')
  const customers = segmentation.customers ?? 0
  return (
    <StatGrid className="lg:grid-cols-4">
      <Stat label={t('segments')} value={formats.integer(segmentation.segments.length)} />
      <Stat label={t('customers')} value={formats.integer(customers)} />
      <Stat label={t('revenue')} value={formats.moneyCompact(segmentation.revenue)} />
      <Stat
        label={t('perCustomer')}
        value={customers > 0 ? formats.money(segmentation.revenue / customers) : '–'}
      />
    </StatGrid>
  )
}
