'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { BarChart } from '@/components/charts/bar-chart'
import { ChartFrame } from '@/components/charts/chart-frame'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import { Alert } from '@/components/ui/alert'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { segmentQuery } from '@/lib/recommendations/client'
import type { SegmentName } from './results-view'
import { productName } from './use-reason-text'

export type SegmentListsViewProps = { recommenderId: string; segments: readonly SegmentName[] }

/** What a segment is shown most, beside what it buys. */
export function SegmentListsView({ recommenderId, segments }: SegmentListsViewProps) {
  const t = useTranslations('recommendations.segment')
  const formats = useFormats()
  const errorText = useErrorText()
  const [segmentId, setSegmentId] = useState(segments[0]?.id ?? '')
  const lists = useQuery({
    ...segmentQuery(recommenderId, segmentId),
    enabled: segmentId !== '',
    placeholderData: keepPreviousData,
  })
  if (segments.length === 0) return <Alert>{t('none')}</Alert>
  const name = segments.find(({ id }) => id === lists.data?.segmentId)?.name ?? ''
  const rows = (lists.data?.products ?? []).map(({ product, shown, bought }) => ({
    id: product.id,
    label: productName(product),
    position: 0,
    color: 0,
    values: [shown, bought],
    texts: [formats.percent(shown), formats.percent(bought)],
  }))
  const [first] = rows
  return (
    <div className="flex flex-col gap-6">
      <Field label={t('pick')} className="max-w-80">
        <Select value={segmentId} onChange={(event) => setSegmentId(event.target.value)}>
          {segments.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      {lists.error ? <Alert tone="danger">{errorText(lists.error)}</Alert> : null}
      {lists.isPending ? <ChartSkeleton height={400} /> : null}
      {lists.data ? (
        <ChartFrame
          title={t('title', { segment: name })}
          reading={
            first
              ? t('reading', {
                  product: first.label,
                  shown: first.texts[0] ?? '',
                  bought: first.texts[1] ?? '',
                })
              : t('empty')
          }
          fileName="segment-recommendations"
          table={{
            columns: [
              { key: 'label', label: t('product') },
              { key: 'shown', label: t('shown'), numeric: true },
              { key: 'bought', label: t('bought'), numeric: true },
            ],
            rows: rows.map(({ label, texts }) => ({
              label,
              shown: texts[0] ?? '',
              bought: texts[1] ?? '',
            })),
          }}
        >
          {first ? (
            <BarChart
              label={t('title', { segment: name })}
              measures={[t('shown'), t('bought')]}
              rows={rows}
              limit={20}
              sameScale
            />
          ) : null}
        </ChartFrame>
      ) : null}
    </div>
  )
}
