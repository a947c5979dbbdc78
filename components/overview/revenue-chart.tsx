'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { TimeChart } from '@/components/charts/time-chart'
import type { DataOverview } from '@/lib/data/schema'
import { lastFullMonth, type RevenueReading, readRevenue } from './reading-revenue'

type Orders = NonNullable<DataOverview['orders']>

/** Net revenue by month: sentence, bars and table. */
export function RevenueChart({ orders }: { orders: Orders }) {
  const t = useTranslations('overview.revenue')
  const formats = useFormats()
  const format = useFormatter()
  const date = (iso: string) => new Date(`${iso.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`)
  const month = (iso: string, style: 'short' | 'long' = 'short') =>
    format.dateTime(date(iso), { month: style, year: 'numeric', timeZone: 'UTC' })
  const day = (iso: string) => format.dateTime(date(iso), { month: 'short', day: 'numeric', timeZone: 'UTC' })

  function word(reading: RevenueReading): string {
    if (reading.key === 'none') return t('readings.none')
    const best = { month: month(reading.best.month, 'long'), amount: formats.money(reading.best.netRevenue) }
    if (!('last' in reading)) return t(`readings.${reading.key}`, best)
    return t(`readings.${reading.key}`, {
      ...best,
      last: month(reading.last, 'long'),
      change: formats.percent(reading.change),
    })
  }
  const months = orders.months.map((entry) => ({ ...entry, month: entry.month.slice(0, 7) }))
  const full = lastFullMonth(orders.lastDate)
  return (
    <ChartFrame
      title={t('title')}
      reading={word(readRevenue(months, orders.firstDate.slice(0, 10), orders.lastDate.slice(0, 10)))}
      fileName="net-revenue-by-month"
      table={{
        columns: [
          { key: 'month', label: t('month') },
          { key: 'revenue', label: t('series'), numeric: true },
          { key: 'purchases', label: t('purchases'), numeric: true },
          { key: 'customers', label: t('customers'), numeric: true },
        ],
        rows: months.map((entry) => ({
          month:
            entry.month > full
              ? t('partial', { month: month(entry.month), day: day(orders.lastDate) })
              : month(entry.month),
          revenue: formats.money(entry.netRevenue),
          purchases: formats.integer(entry.purchases),
          customers: formats.integer(entry.customers),
        })),
      }}
    >
      <TimeChart
        label={t('title')}
        points={months.map((entry) => ({ month: entry.month, values: [entry.netRevenue] }))}
        measures={[
          { label: t('series'), kind: 'bar', format: formats.money, formatTick: formats.moneyCompact },
        ]}
        formatMonth={(iso) => month(iso)}
        emptyMonths="zero"
      />
    </ChartFrame>
  )
}
