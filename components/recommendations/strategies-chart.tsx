'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { IntervalChart } from '@/components/charts/interval-chart'
import { seriesColor } from '@/components/charts/series-color'
import type { RecommenderView } from '@/lib/recommendations/schema'
import { useStrategyName } from './use-strategy-name'

/** Every strategy's gain over best-sellers, with intervals. */
export function StrategiesChart({ recommender }: { recommender: RecommenderView }) {
  const t = useTranslations('recommendations.compare')
  const formats = useFormats()
  const strategyName = useStrategyName()
  const decimal = (value: number) => formats.decimal(value, 3)
  const signed = (value: number) => `${value > 0 ? '+' : ''}${decimal(value)}`
  const rows = [...recommender.result.strategies]
    .sort((a, b) => b.ndcg.mean - a.ndcg.mean)
    .map((one) => ({
      ...one,
      name: strategyName(one.strategy),
      interval: t('range', { low: signed(one.gain.low), high: signed(one.gain.high) }),
    }))
  const best = rows[0]
  return (
    <ChartFrame
      title={t('title')}
      reading={
        best
          ? t('reading', {
              strategy: best.name,
              recall: formats.percent(best.recall.mean, 1),
              n: recommender.settings.length,
            })
          : ''
      }
      help={t('help')}
      fileName="recommender-strategies"
      table={{
        columns: [
          { key: 'name', label: t('strategy') },
          ...(['ndcg', 'gain', 'interval', 'recall', 'precision', 'map', 'hit'] as const).map((key) => ({
            key,
            label: t(key),
            numeric: true,
          })),
          ...(['coverage', 'novelty', 'gini', 'fallback'] as const).map((key) => ({
            key,
            label: t(key),
            numeric: true,
          })),
        ],
        rows: rows.map((one) => ({
          name: one.name,
          ndcg: decimal(one.ndcg.mean),
          gain: signed(one.gain.mean),
          interval: one.interval,
          recall: formats.percent(one.recall.mean, 1),
          precision: formats.percent(one.precision.mean, 1),
          map: decimal(one.map.mean),
          hit: formats.percent(one.hit.mean, 1),
          coverage: formats.percent(one.coverage),
          novelty: formats.decimal(one.novelty, 1),
          gini: formats.decimal(one.gini, 2),
          fallback: formats.percent(one.fallback),
        })),
      }}
    >
      <IntervalChart
        label={t('title')}
        axis={t('axis')}
        reference={0}
        scale="linear"
        color={seriesColor(0)}
        formatTick={(value) => formats.decimal(value, 2)}
        rows={rows
          .filter(({ strategy }) => strategy !== 'popular')
          .map((one) => ({
            id: one.strategy,
            label: one.name,
            value: one.gain.mean,
            low: one.gain.low,
            high: one.gain.high,
            text: signed(one.gain.mean),
            details: [
              { label: t('ndcg'), value: decimal(one.ndcg.mean) },
              { label: t('gain'), value: signed(one.gain.mean) },
              { label: t('interval'), value: one.interval },
              { label: t('recall'), value: formats.percent(one.recall.mean, 1) },
              { label: t('coverage'), value: formats.percent(one.coverage) },
            ],
          }))}
      />
    </ChartFrame>
  )
}
