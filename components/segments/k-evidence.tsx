'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { EvidenceChart } from '@/components/charts/evidence-chart'
import type { SegmentationView } from '@/lib/segments/schema'
import { readEvidence, silhouetteStrength } from './reading-evidence'
import { useReadingText } from './use-reading-text'

/** Why this number of segments, and how much structure the data has at all. */
export function KEvidence({ segmentation }: { segmentation: SegmentationView }) {
  const t = useTranslations('segments.charts.evidence')
  const formats = useFormats()
  const readingText = useReadingText()
  const { result } = segmentation
  const own = result.evidence.find(({ k }) => k === result.k)
  const reading = [
    readingText(readEvidence(formats, result)),
    own ? readingText({ key: `strength.${silhouetteStrength(own.silhouette)}`, values: {} }) : '',
  ]
  return (
    <ChartFrame
      title={t('title')}
      reading={reading.join(' ')}
      help={t('description')}
      fileName="segments-evidence"
      table={{
        columns: [
          { key: 'k', label: t('k') },
          { key: 'silhouette', label: t('silhouette'), numeric: true },
          { key: 'calinskiHarabasz', label: t('calinskiHarabasz'), numeric: true },
          { key: 'daviesBouldin', label: t('daviesBouldin'), numeric: true },
          { key: 'inertia', label: t('inertia'), numeric: true },
        ],
        rows: result.evidence.map((row) => ({
          k: row.k === result.k ? t('chosen', { k: row.k }) : formats.integer(row.k),
          silhouette: formats.decimal(row.silhouette, 3),
          calinskiHarabasz: formats.decimal(row.calinskiHarabasz, 1),
          daviesBouldin: formats.decimal(row.daviesBouldin, 3),
          inertia: formats.decimal(row.inertia, 1),
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
