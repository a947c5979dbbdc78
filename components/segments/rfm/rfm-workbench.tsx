'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { CoveredDayField, useCoveredDay } from '@/components/app/covered-day-field'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import { Card, CardBody } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { rfmGridsQuery } from '@/lib/segments/rfm-client'
import { LiveGrid } from './live-grid'
import { MapChooser } from './map-chooser'
import { SaveForm } from './save-form'
import { useMapDraft } from './use-map-draft'

export type RfmWorkbenchProps = {
  /** first and last day with purchases, YYYY-MM-DD */
  firstDate: string
  lastDate: string
  canEdit: boolean
  /** groups of fewer people are small */
  smallGroup: number
}

/** The RFM grid on the data as they stand: a day, a map, its cells and segments, and the way to keep them. */
export function RfmWorkbench({ firstDate, lastDate, canEdit, smallGroup }: RfmWorkbenchProps) {
  const t = useTranslations('rfm')
  const formats = useFormats()
  const errorText = useErrorText()
  const day = useCoveredDay(firstDate, lastDate)
  const { value: asOf, isCovered } = day
  const draft = useMapDraft()
  const grids = useQuery({ ...rfmGridsQuery(asOf), enabled: isCovered })
  return (
    <HydratedFields>
      <div className="flex flex-col gap-6">
        <Card>
          <CardBody className="grid gap-6 lg:grid-cols-[18rem_1fr]">
            <div className="flex flex-col gap-3">
              <CoveredDayField
                day={day}
                label={t('asOf')}
                hint={t('asOfHint', day.range)}
                error={isCovered ? null : t('asOfError', day.range)}
              />
              {grids.data && !grids.isPlaceholderData && isCovered ? (
                <p className="text-sm">
                  {t('population', {
                    customers: grids.data.customers,
                    without: grids.data.withoutPurchase,
                    date: formats.date(asOf),
                  })}
                </p>
              ) : null}
            </div>
            <MapChooser draft={draft} canEdit={canEdit} />
          </CardBody>
        </Card>
        {grids.isError ? (
          <ErrorState
            title={t('failed')}
            description={errorText(grids.error)}
            onRetry={() => grids.refetch()}
            retrying={grids.isFetching}
          />
        ) : grids.data ? (
          <LiveGrid draft={draft} grids={grids.data} canEdit={canEdit} smallGroup={smallGroup} />
        ) : (
          <ChartSkeleton height={420} />
        )}
        {canEdit ? (
          <SaveForm
            map={draft.map}
            asOf={asOf}
            defaultName={t('save.defaultName', {
              map: t(`maps.${draft.map.id === 'custom' ? 'own' : draft.map.id}.name`),
              date: isCovered ? formats.date(asOf) : asOf,
            })}
            disabled={!isCovered || grids.isError}
          />
        ) : null}
      </div>
    </HydratedFields>
  )
}
