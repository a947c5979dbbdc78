import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { RfmView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { SegmentCards } from '../segment-cards'
import { useSegmentName } from '../use-segment-name'
import { RfmCharts } from './rfm-charts'

export type RfmOverviewProps = { segmentation: RfmView; formats: Formats; canEdit: boolean }

/** Finished RFM segments: the people in them, the grid they come from, what its scores stand for. */
export function RfmOverview({ segmentation, formats, canEdit }: RfmOverviewProps) {
  const t = useTranslations('rfm')
  const words = useTranslations('segments.detail')
  const nameOf = useSegmentName()
  const { segments, settings, asOf } = segmentation
  const filled = segments.filter(({ size }) => size > 0)
  const empty = segments.filter(({ size }) => size === 0).map(nameOf)
  const { id, axes } = settings.map
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="segments" className="flex flex-col gap-4">
        <div>
          <h2 id="segments" className="text-lg font-semibold">
            {t('overview.cards')}
          </h2>
          <p className="mt-1 text-sm text-muted">
            {t('overview.summary', {
              map: t(`maps.${id === 'custom' ? 'own' : id}.name`),
              axes: t(`overview.axes.${axes}`),
              date: formats.date(asOf),
            })}
          </p>
        </div>
        {canEdit ? null : <Alert>{words('viewer')}</Alert>}
        <SegmentCards segmentation={segmentation} segments={filled} formats={formats} canEdit={canEdit} />
        {empty.length > 0 ? (
          <p className="text-sm text-muted">
            {t('overview.empty', { count: empty.length, names: formats.list(empty) })}
          </p>
        ) : null}
      </section>
      <section aria-labelledby="charts" className="flex flex-col gap-4">
        <h2 id="charts" className="text-lg font-semibold">
          {t('overview.charts')}
        </h2>
        <RfmCharts segmentation={segmentation} />
      </section>
    </div>
  )
}
