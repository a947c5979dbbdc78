import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { KmeansView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { ScoredNote } from './compare/scored-note'
import { SegmentCards } from './segment-cards'
import { SegmentationCharts } from './segmentation-charts'

export type SegmentationOverviewProps = {
  segmentation: KmeansView
  formats: Formats
  canEdit: boolean
}

/** A finished segmentation: its segments, their pictures, and how they came about. */
export function SegmentationOverview({ segmentation, formats, canEdit }: SegmentationOverviewProps) {
  const t = useTranslations('segments')
  const { result, segments, settings } = segmentation
  const tried = result.evidence.map(({ k }) => k)
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="segments" className="flex flex-col gap-4">
        <div>
          <h2 id="segments" className="text-lg font-semibold">
            {t('detail.cards')}
          </h2>
          {settings.kind === 'scored' ? null : (
            <p className="mt-1 text-sm text-muted">
              {result.chosen === 'hand'
                ? t('chosen.hand', { k: result.k })
                : t('chosen.auto', { k: result.k, from: Math.min(...tried), to: Math.max(...tried) })}
            </p>
          )}
        </div>
        {settings.kind === 'scored' ? <ScoredNote id={segmentation.id} baseId={settings.baseId} /> : null}
        {result.naturalGroups === false ? (
          <Alert tone="warning" title={t('noGroups.title')}>
            {t('noGroups.text', { k: result.k })}
          </Alert>
        ) : null}
        {canEdit ? null : <Alert>{t('detail.viewer')}</Alert>}
        <SegmentCards segmentation={segmentation} segments={segments} formats={formats} canEdit={canEdit} />
      </section>
      <section aria-labelledby="charts" className="flex flex-col gap-4">
        <h2 id="charts" className="text-lg font-semibold">
          {t('detail.charts')}
        </h2>
        <SegmentationCharts segmentation={segmentation} />
      </section>
    </div>
  )
}
