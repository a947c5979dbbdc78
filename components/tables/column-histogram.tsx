'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { BarChart } from '@/components/charts/bar-chart'
import { ChartFrame } from '@/components/charts/chart-frame'
import type { Bin, BinUnit, ColumnSummary } from '@/lib/tables/schema'
import { useValueText } from './use-value-text'

type Histogram = NonNullable<ColumnSummary['histogram']>
export type ColumnHistogramProps = { label: string; summary: ColumnSummary; histogram: Histogram }

const mostBins = 24

/** How the values of a column are spread: sentence, bars and table. */
export function ColumnHistogram({ label, summary, histogram }: ColumnHistogramProps) {
  const t = useTranslations('tables.column')
  const formats = useFormats()
  const valueText = useValueText()
  const binText = useBinText(summary)
  const { kind, filled, quartiles } = summary
  const bins = histogram.bins.map((bin) => ({
    name: binText(bin, histogram.unit),
    rows: bin.rows,
    text: formats.integer(bin.rows),
    share: formats.percent(bin.rows / filled, 1),
  }))
  const fullest = bins.reduce((best, bin) => (bin.rows > best.rows ? bin : best), bins[0] ?? null!)
  const reading = quartiles
    ? t('readings.numbers', {
        low: valueText(kind, quartiles[0]),
        middle: valueText(kind, quartiles[1]),
        high: valueText(kind, quartiles[2]),
      })
    : t('readings.days', { name: fullest.name, count: fullest.rows, share: fullest.share })
  const title = t('histogram', { column: label })
  return (
    <ChartFrame
      title={title}
      reading={reading}
      fileName="column"
      table={{
        columns: [
          { key: 'name', label: label },
          { key: 'text', label: t('rows'), numeric: true },
          { key: 'share', label: t('ofFilled'), numeric: true },
        ],
        rows: bins.map(({ name, text, share }) => ({ name, text, share })),
      }}
    >
      <BarChart
        label={title}
        measures={[t('rows')]}
        limit={mostBins}
        rows={bins.map(({ name, rows, text }) => ({
          id: name,
          label: name,
          color: 0,
          values: [rows],
          texts: [text],
        }))}
      />
    </ChartFrame>
  )
}

/** Names a bin: a unit of the calendar by its first day, numbers by their ends. */
function useBinText({ kind }: ColumnSummary): (bin: Bin, unit: BinUnit | null) => string {
  const t = useTranslations('tables.column.bins')
  const format = useFormatter()
  const formats = useFormats()
  const valueText = useValueText()
  return ({ from, to }, unit) => {
    if (unit === null) {
      if (from === null) return t('below', { to: valueText(kind, to) })
      if (to === null) return t('above', { from: valueText(kind, from) })
      return t('between', { from: valueText(kind, from), to: valueText(kind, to) })
    }
    const day = String(from)
    const year = Number(day.slice(0, 4))
    if (unit === 'day') return formats.date(day)
    if (unit === 'week') return t('week', { day: formats.date(day) })
    if (unit === 'quarter')
      return t('quarter', { year: String(year), quarter: String(Math.ceil(Number(day.slice(5, 7)) / 3)) })
    if (unit === 'year') return t('year', { year: String(year) })
    if (unit === 'decade') return t('decade', { from: String(year), to: String(year + 9) })
    return format.dateTime(new Date(`${day}T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' })
  }
}
