import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { ImportReport } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'

type OrderFiguresProps = { orders: NonNullable<ImportReport['orders']>; formats: Formats }

/** The figures of an order file, to be compared with the shop's own. */
export function OrderFigures({ orders, formats }: OrderFiguresProps) {
  const t = useTranslations('data.import')
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('figures')}</CardTitle>
          <CardDescription>
            {t('figuresPeriod', {
              from: formats.date(orders.firstDate),
              to: formats.date(orders.lastDate),
            })}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-4">
        <StatGrid>
          <Stat
            className="max-sm:col-span-2"
            label={t('sales')}
            value={formats.money(Number(orders.sales))}
            hint={t('salesHint', { lines: orders.purchaseLines })}
          />
          <Stat label={t('customers')} value={formats.integer(orders.customers)} />
          <Stat label={t('purchases')} value={formats.integer(orders.purchases)} hint={t('purchasesHint')} />
          <Stat
            className="max-sm:col-span-2"
            label={t('returns')}
            value={formats.money(Number(orders.returns))}
            hint={t('returnsHint', { lines: orders.returnLines })}
          />
        </StatGrid>
        {orders.linesWithoutCustomer > 0 ? (
          <Alert title={t('withoutCustomer', { lines: orders.linesWithoutCustomer })}>
            {t('withoutCustomerDescription', { sales: formats.money(Number(orders.salesWithoutCustomer)) })}
          </Alert>
        ) : null}
      </CardBody>
    </Card>
  )
}
