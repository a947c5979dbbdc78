'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { FlowMatrix } from '@/components/charts/flow-matrix'
import { prepareFlowMatrix } from '@/components/charts/prepare-flow-matrix'
import type { Comparison } from '@/lib/segments/compare-schema'
import { toRows, useComparisonWords } from './use-comparison-words'

/** Customers in every pair of segments of two runs. */
export function MatrixCard({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('compare')
  const formats = useFormats()
  const words = useComparisonWords(comparison, formats)
  const { a, b, flows, pairs, sameSegments } = comparison
  const rows = toRows(flows)
  const matrix = prepareFlowMatrix(words.from, words.to, rows)
  const [closest] = [...pairs].sort((p, q) => q.jaccard - p.jaccard)
  return (
    <ChartFrame
      title={t('matrix.title')}
      reading={
        closest && closest.shared > 0
          ? t(sameSegments ? 'matrix.steadiest' : 'matrix.closest', {
              from: words.endName('from', closest.a),
              to: words.endName('to', closest.b),
              customers: closest.shared,
              share: formats.percent(closest.jaccard),
            })
          : t('matrix.none')
      }
      help={t('matrix.help')}
      fileName="segments-overlap"
      table={{
        columns: [
          { key: 'segment', label: words.runTitle(a) },
          ...matrix.columns.map(({ id, label }) => ({ key: id, label, numeric: true })),
          { key: 'total', label: t('columns.customers'), numeric: true },
        ],
        rows: matrix.rows.map(({ end, value, cells }) => ({
          segment: end.label,
          total: formats.integer(value),
          ...Object.fromEntries(
            matrix.columns.map(({ id }, column) => {
              const cell = cells[column]
              return [
                id,
                cell && cell.value > 0
                  ? t('matrix.cell', { customers: cell.value, share: words.share(cell.share) })
                  : formats.integer(0),
              ]
            }),
          ),
        })),
      }}
    >
      <FlowMatrix
        label={t('matrix.title')}
        titles={{ from: words.runTitle(a), to: words.runTitle(b) }}
        from={words.from}
        to={words.to}
        flows={rows}
        format={formats.integer}
        formatShare={words.share}
      />
    </ChartFrame>
  )
}
