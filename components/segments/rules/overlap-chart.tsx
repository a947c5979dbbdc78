'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { BarChart } from '@/components/charts/bar-chart'
import { ChartFrame } from '@/components/charts/chart-frame'
import type { Overlap } from '@/lib/segments/rule-segments-schema'
import { shareOf } from '../share'

type OverlapChartProps = { overlap: Overlap; a: string; b: string }

/** Who is in one of two segments alone and who in both, with what they are worth. */
export function OverlapChart({ overlap, a, b }: OverlapChartProps) {
  const t = useTranslations('rules.overlap')
  const formats = useFormats()
  const { onlyA, both, onlyB } = overlap
  const all = onlyA.customers + both.customers + onlyB.customers
  const percent = (share: number | null) => (share === null ? '–' : formats.percent(share, 1))
  const parts = [
    { id: 'onlyA', label: t('only', { name: a }), figures: onlyA },
    { id: 'both', label: t('both'), figures: both },
    { id: 'onlyB', label: t('only', { name: b }), figures: onlyB },
  ]
  return (
    <ChartFrame
      title={t('chart')}
      reading={t('reading', {
        a,
        b,
        both: both.customers,
        shareOfA: percent(shareOf(both.customers, onlyA.customers + both.customers)),
        shareOfB: percent(shareOf(both.customers, onlyB.customers + both.customers)),
      })}
      fileName="segments-overlap"
      table={{
        columns: [
          { key: 'part', label: t('part') },
          { key: 'customers', label: t('customers'), numeric: true },
          { key: 'share', label: t('shareOfAll'), numeric: true },
          { key: 'revenue', label: t('revenue'), numeric: true },
          { key: 'perCustomer', label: t('perCustomer'), numeric: true },
        ],
        rows: parts.map(({ label, figures: { customers, revenue } }) => ({
          part: label,
          customers: formats.integer(customers),
          share: percent(shareOf(customers, all)),
          revenue: formats.money(revenue),
          perCustomer: customers > 0 ? formats.money(revenue / customers) : '–',
        })),
      }}
    >
      <BarChart
        label={t('chart')}
        measures={[t('customers'), t('revenue')]}
        rows={parts.map(({ id, label, figures }, color) => ({
          id,
          label,
          color,
          values: [figures.customers, figures.revenue],
          texts: [formats.integer(figures.customers), formats.money(figures.revenue)],
        }))}
      />
    </ChartFrame>
  )
}
