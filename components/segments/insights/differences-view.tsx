'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Insights } from '@/lib/segments/insights-schema'
import type { SegmentationView } from '@/lib/segments/schema'
import { SmallNote } from '../small-note'
import { useNamedSegments } from '../use-named-segments'
import { ContrastChart } from './contrast-chart'
import { LiftChart } from './lift-chart'
import { RevenueTimeline } from './revenue-timeline'

export type DifferencesViewProps = { segmentation: SegmentationView; insights: Insights }

/** What sets a segment, chosen by the reader, apart from everybody else; and all of them over time. */
export function DifferencesView({ segmentation, insights }: DifferencesViewProps) {
  const t = useTranslations('insights')
  const segments = useNamedSegments(segmentation.segments)
  const [position, setPosition] = useState(segments.find(({ size }) => size > 0)?.position ?? 0)
  const segment = segments[position]
  const own = insights.segments[position]
  const tests = insights.segments.reduce((sum, { contrasts }) => sum + contrasts.length, 0)
  return (
    <div className="flex flex-col gap-6">
      {segments.length > 1 ? (
        <Field label={t('pick')} className="max-w-80">
          <Select value={position} onChange={(event) => setPosition(Number(event.target.value))}>
            {segments
              .filter(({ size }) => size > 0)
              .map((one) => (
                <option key={one.id} value={one.position}>
                  {one.name}
                </option>
              ))}
          </Select>
        </Field>
      ) : null}
      {segment?.hiddenUnder ? (
        <SmallNote threshold={segment.hiddenUnder} />
      ) : segment && own ? (
        <>
          <ContrastChart segment={segment} contrasts={own.contrasts} tests={tests} />
          <LiftChart kind="categories" segment={segment} lifts={own.categories} />
          {own.brands.length > 0 ? <LiftChart kind="brands" segment={segment} lifts={own.brands} /> : null}
          <LiftChart kind="products" segment={segment} lifts={own.products} />
        </>
      ) : null}
      <RevenueTimeline timeline={insights.timeline} segments={segments} asOf={segmentation.asOf} />
    </div>
  )
}
