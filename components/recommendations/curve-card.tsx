'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { DistributionCurves } from '@/components/charts/distribution-curves'
import type { RecommenderResult } from '@/lib/recommendations/result-schema'

/** Places of the product ranking, as shares of a total that is counted in these. */
const units = 1_000_000
const noFigures = { p5: null, p25: null, median: null, p75: null, p95: null, missing: 0 }

/** How much the most bought products make up of what is bought, and of what is recommended. */
export function CurveCard({ curve }: { curve: RecommenderResult['popularityCurve'] }) {
  const t = useTranslations('recommendations.curve')
  const formats = useFormats()
  const count = curve.bought.length
  const edges = Array.from({ length: count + 1 }, (_, i) => i / count)
  const percent = (share: number) => formats.percent(share)
  const segments = (['bought', 'recommended'] as const).map((key, position) => ({
    position,
    color: position,
    name: t(key),
    counts: curve[key].map((share) => Math.round(share * units)),
    ...noFigures,
  }))
  return (
    <ChartFrame
      title={t('title')}
      reading={t('reading', {
        bought: percent(curve.bought[0] ?? 0),
        recommended: percent(curve.recommended[0] ?? 0),
      })}
      fileName="recommender-popularity"
      table={{
        columns: [
          { key: 'from', label: t('from') },
          { key: 'bought', label: t('bought'), numeric: true },
          { key: 'recommended', label: t('recommended'), numeric: true },
        ],
        rows: curve.bought.map((share, i) => ({
          from: t('share', { from: percent(edges[i]!), to: percent(edges[i + 1]!) }),
          bought: formats.percent(share, 1),
          recommended: formats.percent(curve.recommended[i] ?? 0, 1),
        })),
      }}
    >
      <DistributionCurves
        label={t('title')}
        axis={t('axis')}
        shareAxis={t('shareAxis')}
        edges={edges}
        segments={segments}
        format={percent}
        formatShare={(share) => formats.percent(share)}
        formatCount={formats.integer}
      />
    </ChartFrame>
  )
}
