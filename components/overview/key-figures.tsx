import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Stat, StatGrid } from '@/components/ui/stat'
import { TextLink } from '@/components/ui/text-link'
import type { DataOverview } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'

type KeyFiguresProps = { overview: Promise<DataOverview>; formats: Formats; canEdit: boolean }

const ordersHref = '/data#table-orders'

/** The brand in four figures, and where they come from. */
export async function KeyFigures({ overview, formats, canEdit }: KeyFiguresProps) {
  const [t, { orders, tables }] = await Promise.all([getTranslations('overview.figures'), overview])
  if (!orders) {
    return (
      <EmptyState
        title={t('empty')}
        description={t('emptyDescription')}
        actions={canEdit ? <ButtonLink href="/data/upload">{t('emptyAction')}</ButtonLink> : null}
      />
    )
  }
  const figures = [
    {
      wide: false,
      label: t('customers'),
      value: formats.integer(orders.customers),
      hint: t('customersHint'),
    },
    {
      wide: false,
      label: t('purchases'),
      value: formats.integer(orders.purchases),
      hint: t('purchasesHint'),
    },
    {
      wide: true,
      label: t('netRevenue'),
      value: formats.money(orders.netRevenue),
      hint: t('netRevenueHint', {
        sales: formats.money(orders.sales),
        returns: formats.money(orders.returns),
      }),
    },
    {
      wide: true,
      label: t('averageOrder'),
      value: formats.money(orders.averageOrder),
      hint: t('averageOrderHint'),
    },
  ]
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <StatGrid>
        {figures.map(({ label, value, hint, wide }) => (
          <Stat
            key={label}
            label={label}
            value={value}
            hint={hint}
            className={wide ? 'max-sm:col-span-2' : undefined}
          />
        ))}
      </StatGrid>
      <p className="text-sm text-muted">
        {t.rich('source', {
          from: formats.date(orders.firstDate),
          to: formats.date(orders.lastDate),
          imports: tables.find(({ table }) => table === 'orders')?.imports ?? 0,
          link: (chunks) => <TextLink href={ordersHref}>{chunks}</TextLink>,
        })}{' '}
        {orders.identifiedShare < 1
          ? t('identified', { share: formats.percent(orders.identifiedShare, 1) })
          : null}
      </p>
    </section>
  )
}
