import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import { Alert } from '@/components/ui/alert'
import type { Comparison } from '@/lib/segments/compare-schema'
import type { Formats } from '@/lib/shared/formatting'
import { ComparisonFigures } from './comparison-figures'
import { MatchedPairs } from './matched-pairs'
import { MovementTable } from './movement-table'

const FlowCard = dynamic(() => import('./flow-card').then((module) => module.FlowCard), {
  loading: () => <ChartSkeleton height={480} />,
})
const MatrixCard = dynamic(() => import('./matrix-card').then((module) => module.MatrixCard), {
  loading: () => <ChartSkeleton height={320} />,
})

export type ComparisonViewProps = { comparison: Comparison; formats: Formats }

/** Two segmentations side by side. */
export function ComparisonView({ comparison, formats }: ComparisonViewProps) {
  const t = useTranslations('compare')
  const { a, b, both, overTime } = comparison
  return (
    <div className="flex flex-col gap-6">
      {both === 0 ? <Alert tone="warning">{t('nobodyInBoth')}</Alert> : null}
      {overTime ? (
        <p className="text-sm text-muted">
          {a.asOf === b.asOf
            ? t('overData', { date: formats.date(a.asOf) })
            : t('overTime', { from: formats.date(a.asOf), to: formats.date(b.asOf) })}
        </p>
      ) : null}
      <ComparisonFigures comparison={comparison} formats={formats} />
      <FlowCard comparison={comparison} />
      <MatchedPairs comparison={comparison} formats={formats} />
      <MovementTable comparison={comparison} />
      <MatrixCard comparison={comparison} />
    </div>
  )
}
