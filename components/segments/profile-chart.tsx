'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { HeatMap } from '@/components/charts/heat-map'
import type { SegmentationView } from '@/lib/segments/schema'
import { readProfile } from './reading-profile'
import { isToldByMedian, typicalValue } from './typical'
import { useFeatureText } from './use-feature-text'
import { useNamedSegments } from './use-named-segments'
import { useReadingText } from './use-reading-text'

/** Every feature of every segment beside the average of all customers. */
export function ProfileChart({ segmentation }: { segmentation: SegmentationView }) {
  const t = useTranslations('segments.charts')
  const formats = useFormats()
  const readingText = useReadingText()
  const features = useFeatureText()
  const segments = useNamedSegments(segmentation.segments)
  const formatZ = (z: number) => `${z > 0 ? '+' : ''}${formats.decimal(z, 1)}`
  const rows = segmentation.result.features.map((overall) => {
    const { id, transform } = overall
    const byMedian = isToldByMedian(transform)
    const name = features.name(id)
    return {
      id,
      name,
      label: byMedian ? t('profile.byMedian', { feature: name }) : name,
      byMedian,
      overall: features.value(id, typicalValue(transform, overall)),
      cells: segments.map((segment) => {
        const own = segment.profile.features.find((feature) => feature.id === id)
        const value = own ? features.value(id, typicalValue(transform, own)) : '–'
        return { segment: segment.name, z: own?.z ?? null, value }
      }),
    }
  })
  const cells = rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.z === null
        ? []
        : [
            {
              segment: cell.segment,
              z: cell.z,
              feature: row.name,
              value: row.byMedian ? t('profile.median', { value: cell.value }) : cell.value,
              overall: row.overall,
            },
          ],
    ),
  )
  return (
    <ChartFrame
      title={t('profile.title')}
      reading={readingText(readProfile(cells))}
      help={t('profile.description')}
      fileName="segments-profile"
      table={{
        columns: [
          { key: 'feature', label: t('feature') },
          ...segments.map((segment) => ({ key: segment.id, label: segment.name, numeric: true })),
          { key: 'overall', label: t('profile.overall'), numeric: true },
        ],
        rows: rows.map((row) => ({
          feature: row.label,
          overall: row.overall,
          ...Object.fromEntries(
            segments.map(({ id }, column) => {
              const cell = row.cells[column]
              const text = cell?.z == null ? '–' : t('profile.z', { value: cell.value, z: formatZ(cell.z) })
              return [id, text]
            }),
          ),
        })),
      }}
    >
      <HeatMap
        label={t('profile.title')}
        rows={rows.map(({ id, label }) => ({ id, label }))}
        columns={segments.map(({ id, name, color }) => ({ id, label: name, color }))}
        cells={rows.map((row) =>
          row.cells.map(({ z, value }) => ({
            z,
            value,
            details: [{ label: t('profile.overall'), value: row.overall }],
          })),
        )}
        formatZ={formatZ}
        order="telling"
      />
    </ChartFrame>
  )
}
