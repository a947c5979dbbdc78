'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { TradeOffChart } from '@/components/charts/trade-off-chart'
import type { RecommenderResult } from '@/lib/recommendations/result-schema'
import { useStrategyName } from './use-strategy-name'

/** How accurate each strategy is beside how much of the catalogue it shows. */
export function TradeOffCard({ result }: { result: RecommenderResult }) {
  const t = useTranslations('recommendations')
  const formats = useFormats()
  const strategyName = useStrategyName()
  const coverageOf = (name: string) =>
    formats.percent(result.strategies.find(({ strategy }) => strategy === name)?.coverage ?? 0)
  const points = result.strategies.map(({ strategy, coverage, ndcg }, color) => ({
    id: strategy,
    label: strategyName(strategy),
    x: coverage,
    y: ndcg.mean,
    color,
  }))
  return (
    <ChartFrame
      title={t('tradeOff.title')}
      reading={t('tradeOff.reading', {
        strategy: strategyName(result.chosen),
        coverage: coverageOf(result.chosen),
        baseline: coverageOf('popular'),
      })}
      fileName="recommender-accuracy-and-variety"
      table={{
        columns: [
          { key: 'label', label: t('compare.strategy') },
          { key: 'x', label: t('tradeOff.x'), numeric: true },
          { key: 'y', label: t('tradeOff.y'), numeric: true },
        ],
        rows: points.map(({ label, x, y }) => ({
          label,
          x: formats.percent(x, 1),
          y: formats.decimal(y, 3),
        })),
      }}
    >
      <TradeOffChart
        label={t('tradeOff.title')}
        points={points}
        xLabel={t('tradeOff.x')}
        yLabel={t('tradeOff.y')}
        formatX={(value) => formats.percent(value)}
        formatY={(value) => formats.decimal(value, 2)}
      />
    </ChartFrame>
  )
}
