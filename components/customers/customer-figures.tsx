import { useTranslations } from 'next-intl'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { CustomerView } from '@/lib/customers/schema'
import type { Formats } from '@/lib/shared/formatting'

export type CustomerFiguresProps = { figures: CustomerView['figures']; formats: Formats }

/** How recently, how often and for how much a customer has bought. */
export function CustomerFigures({ figures, formats }: CustomerFiguresProps) {
  const t = useTranslations('customers.figures')
  const { sales, returns, recency, firstPurchase, lastPurchase, averageOrder } = figures
  return (
    <StatGrid>
      <Stat
        label={t('lastPurchase')}
        value={lastPurchase === null ? t('none') : formats.date(lastPurchase)}
        hint={recency === null ? null : t('recency', { days: recency })}
      />
      <Stat
        label={t('purchases')}
        value={formats.integer(figures.purchases)}
        hint={firstPurchase === null ? null : t('since', { date: formats.date(firstPurchase) })}
      />
      <Stat
        label={t('netRevenue')}
        value={formats.money(figures.netRevenue)}
        hint={
          returns > 0
            ? t('afterReturns', { sales: formats.money(sales), returns: formats.money(returns) })
            : null
        }
      />
      <Stat
        label={t('averageOrder')}
        value={averageOrder === null ? t('none') : formats.money(averageOrder)}
        hint={averageOrder === null ? null : t('averageOrderHint')}
      />
    </StatGrid>
  )
}
