import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
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
import type { CustomerView } from '@/lib/customers/schema'
import type { Formats } from '@/lib/shared/formatting'

export type PurchaseHistoryProps = Pick<CustomerView, 'lines' | 'lineCount'> & { formats: Formats }

/** A customer's latest order lines, returns among them. */
export function PurchaseHistory({ lines, lineCount, formats }: PurchaseHistoryProps) {
  const t = useTranslations('customers.history')
  if (lines.length === 0) return <p className="text-sm text-muted">{t('empty')}</p>
  const quantity = (value: number) =>
    Number.isInteger(value) ? formats.integer(value) : formats.decimal(value, 2)
  const extra = {
    channel: lines.some(({ channel }) => channel !== null),
    status: lines.some(({ status }) => status !== null),
  }
  return (
    <div className="flex flex-col gap-3">
      <TableScroll label={t('tableLabel')} className="max-h-160">
        <Table className="min-w-3xl">
          <TableCaption>{t('tableLabel')}</TableCaption>
          <TableHead className="sticky top-0 z-10">
            <tr>
              <TableHeader>{t('columns.date')}</TableHeader>
              <TableHeader>{t('columns.order')}</TableHeader>
              <TableHeader>{t('columns.product')}</TableHeader>
              <TableHeader numeric>{t('columns.quantity')}</TableHeader>
              <TableHeader numeric>{t('columns.unitPrice')}</TableHeader>
              <TableHeader numeric>{t('columns.amount')}</TableHeader>
              {extra.channel ? <TableHeader>{t('columns.channel')}</TableHeader> : null}
              {extra.status ? <TableHeader>{t('columns.status')}</TableHeader> : null}
            </tr>
          </TableHead>
          <TableBody>
            {withKeys(lines).map(({ line, key }) => (
              <TableRow key={key}>
                <TableCell className="whitespace-nowrap">{formats.dateTime(line.orderedAt)}</TableCell>
                <TableCell>{line.orderId ?? '–'}</TableCell>
                <TableCell className="min-w-48">
                  {line.product ?? line.productId ?? '–'}{' '}
                  {line.quantity < 0 ? <Badge tone="warning">{t('return')}</Badge> : null}
                  {line.product && line.productId ? (
                    <span className="block text-xs text-muted">{line.productId}</span>
                  ) : null}
                </TableCell>
                <TableCell numeric>{quantity(line.quantity)}</TableCell>
                <TableCell numeric>{line.unitPrice === null ? '–' : formats.money(line.unitPrice)}</TableCell>
                <TableCell numeric>{formats.money(line.amount)}</TableCell>
                {extra.channel ? <TableCell>{line.channel ?? '–'}</TableCell> : null}
                {extra.status ? <TableCell>{line.status ?? '–'}</TableCell> : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      {lineCount > lines.length ? (
        <p className="text-sm text-muted">
          {t('capped', { shown: formats.integer(lines.length), total: formats.integer(lineCount) })}
        </p>
      ) : null}
    </div>
  )
}

/** Lines have no id of their own, and a file may repeat one. */
function withKeys(lines: PurchaseHistoryProps['lines']) {
  return lines.map((line, index) => ({ line, key: `${line.orderId} ${index}` }))
}
