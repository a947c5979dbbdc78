'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { DistributionCurves } from './distribution-curves'
import { DistributionStrips } from './distribution-strips'

export type DistributionSegment = {
  position: number
  /** Index for `seriesColor`. */
  color: number
  name: string
  /** Customers per bin of `edges`. */
  counts: readonly number[]
  p5: number | null
  p25: number | null
  median: number | null
  p75: number | null
  p95: number | null
  /** Customers without a value. */
  missing: number
}

export type DistributionChartProps = {
  /** Spoken name of the chart. */
  label: string
  /** Caption of the value axis: the feature's name. */
  axis: string
  /** Caption of the other axis; without it the share of a segment's customers. */
  shareAxis?: string
  /** Bin limits, one more than bins; bins of equal width. */
  edges: readonly number[]
  segments: readonly DistributionSegment[]
  format: (value: number) => string
  /** A share (0 to 1) as a percentage. */
  formatShare: (share: number) => string
  /** A count of customers. */
  formatCount: (count: number) => string
}

/** How a feature's values spread in each segment: quantile strips, or curves of shares. */
export function DistributionChart(props: DistributionChartProps) {
  const t = useTranslations('charts')
  const [view, setView] = useState<'strips' | 'curves'>('strips')
  return (
    <div>
      <div className="mb-3 flex justify-end">
        <SegmentedControl
          label={t('distribution.view')}
          value={view}
          onValueChange={setView}
          options={[
            { value: 'strips', label: t('distribution.strips') },
            { value: 'curves', label: t('distribution.histogram') },
          ]}
        />
      </div>
      {view === 'strips' ? <DistributionStrips {...props} /> : <DistributionCurves {...props} />}
    </div>
  )
}
