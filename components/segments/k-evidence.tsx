'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { EvidenceChart } from '@/components/charts/evidence-chart'
import type { KmeansView } from '@/lib/segments/schema'
import { readEvidence, silhouetteStrength } from './reading-evidence'
import { useReadingText } from './use-reading-text'

/** Why this number of segments, and how much structure the data has at all. */
export function KEvidence({ segmentation }: { segmentation: KmeansView }) {
  const t = useTranslations('segments.charts.evidence')
  const formats = useFormats()
  const readingText = useReadingText()
  const again = useTranslations('compare.scored')
  const { result, kind } = segmentation
  const own = result.evidence.find(({ k }) => k === result.k)
  const wordFigures = ({ otherK, share, stability }: Record<string, number>) => ({
    otherK: formats.integer(otherK ?? 0),
    share: formats.percent(share ?? 0, 1),
    stability: formats.percent(stability ?? 0),
  })
  const reading = [
    kind === 'scored' && own
      ? again('evidence', { k: result.k, silhouette: formats.decimal(own.silhouette, 2) })
      : readingText(readEvidence(formats, result)),
    own ? readingText({ key: `strength.${silhouetteStrength(own.silhouette)}`, values: {} }) : '',
    ...result.reasons.flatMap(({ code, figures }) =>
      t.has(`reasons.${code}`) ? [t(`reasons.${code}`, wordFigures(figures))] : [],
    ),
  ]
  return (
    <ChartFrame
      title={kind === 'scored' ? again('evidenceTitle') : t('title')}
      reading={reading.join(' ')}
      help={kind === 'scored' ? null : t('description')}
      fileName="segments-evidence"
      table={{
        columns: [
          { key: 'k', label: t('k') },
          { key: 'silhouette', label: t('silhouette'), numeric: true },
          { key: 'calinskiHarabasz', label: t('calinskiHarabasz'), numeric: true },
          { key: 'daviesBouldin', label: t('daviesBouldin'), numeric: true },
          { key: 'inertia', label: t('inertia'), numeric: true },
          { key: 'stability', label: t('stability'), numeric: true },
        ],
        rows: result.evidence.map((row) => ({
          k: row.k === result.k ? t('chosen', { k: row.k }) : formats.integer(row.k),
          silhouette: formats.decimal(row.silhouette, 3),
          calinskiHarabasz: formats.decimal(row.calinskiHarabasz, 1),
          daviesBouldin: formats.decimal(row.daviesBouldin, 3),
          inertia: row.elbow
            ? t('elbow', { value: formats.decimal(row.inertia, 1) })
            : formats.decimal(row.inertia, 1),
          stability: row.stability === null ? '–' : formats.percent(row.stability),
        })),
      }}
    >
      <EvidenceChart
        label={t('title')}
        rows={result.evidence}
        chosen={result.k}
        formatDecimal={formats.decimal}
        formatCompact={formats.compact}
      />
    </ChartFrame>
  )
}
