'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { FlowChart } from '@/components/charts/flow-chart'
import type { Comparison } from '@/lib/segments/compare-schema'
import { summariseMovement } from './movement'
import { endId, toRows, useComparisonWords } from './use-comparison-words'

/** Who went from which segment to which, as a flow chart. */
export function FlowCard({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('compare')
  const formats = useFormats()
  const words = useComparisonWords(comparison, formats)
  const { a, b, flows, both, overTime } = comparison
  const rows = useMemo(() => toRows(flows), [flows])
  const total = flows.reduce((sum, { customers }) => sum + customers, 0)
  const { stayed, largest } = summariseMovement(comparison)
  const when = overTime ? 'time' : 'runs'
  const reading = [
    both === 0
      ? t('flow.readings.nobody')
      : t(`flow.readings.${when}.stayed`, { share: formats.percent(stayed / both), customers: both }),
    largest
      ? t(`flow.readings.${when}.largest`, {
          customers: largest.customers,
          from: words.endName('from', largest.from),
          to: words.endName('to', largest.to),
          revenue: formats.moneyCompact(largest.revenueBefore),
        })
      : '',
  ]
  return (
    <ChartFrame
      title={t(`flow.title.${when}`)}
      reading={reading.filter(Boolean).join(' ')}
      help={t('flow.help')}
      fileName="segments-flow"
      table={{
        columns: [
          { key: 'from', label: words.runTitle(a) },
          { key: 'to', label: words.runTitle(b) },
          { key: 'customers', label: t('columns.customers'), numeric: true },
          { key: 'share', label: t('columns.shareOfAll'), numeric: true },
          { key: 'before', label: t(`columns.${when}.before`), numeric: true },
          { key: 'after', label: t(`columns.${when}.after`), numeric: true },
        ],
        rows: flows.map((flow) => ({
          from: words.endName('from', flow.from),
          to: words.endName('to', flow.to),
          customers: formats.integer(flow.customers),
          share: formats.percent(flow.customers / total, 1),
          before: flow.from === null ? '–' : formats.money(flow.revenueBefore),
          after: flow.to === null ? '–' : formats.money(flow.revenueAfter),
        })),
      }}
    >
      <FlowChart
        label={t(`flow.title.${when}`)}
        titles={{ from: words.runTitle(a), to: words.runTitle(b) }}
        from={words.from}
        to={words.to}
        flows={rows}
        format={formats.integer}
        formatShare={words.share}
        details={(row) => {
          const flow = flows.find(({ from, to }) => endId(from) === row.from && endId(to) === row.to)
          return [
            ...(flow && flow.from !== null
              ? [{ label: t(`columns.${when}.before`), value: formats.money(flow.revenueBefore) }]
              : []),
            ...(flow && flow.to !== null
              ? [{ label: t(`columns.${when}.after`), value: formats.money(flow.revenueAfter) }]
              : []),
          ]
        }}
      />
    </ChartFrame>
  )
}
