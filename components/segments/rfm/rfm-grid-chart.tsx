'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { ChartFrame } from '@/components/charts/chart-frame'
import { ChartLegend } from '@/components/charts/chart-legend'
import { seriesColor } from '@/components/charts/series-color'
import { cn } from '@/components/ui/cn'
import { sumSegments } from '@/lib/rfm/rfm-grid'
import type { RfmCell, RfmMap } from '@/lib/rfm/rfm-map'
import type { RfmBounds } from '@/lib/rfm/scores'
import { prepareGrid, writeScores } from './prepare-grid'
import { readGrid } from './reading-grid'
import { RfmPlane } from './rfm-plane'
import type { MapSegment } from './use-map-segments'
import { useScoreText } from './use-score-text'

export type RfmGridChartProps = {
  map: RfmMap
  segments: readonly MapSegment[]
  bounds: RfmBounds
  /** per cell of the map */
  figures: readonly RfmCell[]
  actions?: ReactNode
  /** between the frame's head and the drawing; not part of the picture */
  toolbar?: ReactNode
  onPick?: ((index: number) => void) | undefined
}

/** Customers, their share and their worth in every cell of a map, coloured by segment. */
export function RfmGridChart(props: RfmGridChartProps) {
  const { map, segments, bounds, figures, actions, toolbar, onPick } = props
  const t = useTranslations('rfm')
  const formats = useFormats()
  const scoreText = useScoreText(formats, bounds)
  const planes = prepareGrid(map, figures)
  const sums = sumSegments(map, figures)
  const named = segments.map(({ name }, i) => ({
    name,
    size: sums[i]?.customers ?? 0,
    revenue: sums[i]?.revenue ?? 0,
  }))
  const reading = readGrid(formats, named)
  const monetary = map.axes === 'rfm'
  return (
    <ChartFrame
      title={t('grid.title')}
      reading={t(`readings.${reading.key}`, reading.values)}
      help={t('grid.help')}
      fileName="rfm-grid"
      actions={actions}
      table={{
        columns: [
          { key: 'scores', label: t('bounds.score') },
          { key: 'segment', label: t('grid.segment') },
          { key: 'recency', label: t('grid.recency') },
          { key: 'frequency', label: t('grid.frequency') },
          ...(monetary ? [{ key: 'monetary', label: t('grid.monetary') }] : []),
          { key: 'customers', label: t('grid.customers'), numeric: true },
          { key: 'share', label: t('grid.share'), numeric: true },
          { key: 'revenue', label: t('grid.revenue'), numeric: true },
          { key: 'perCustomer', label: t('grid.perCustomer'), numeric: true },
        ],
        rows: planes
          .flatMap(({ rows }) => rows.flat())
          .map((cell) => ({
            scores: writeScores(cell),
            segment: segments[cell.segment]?.name ?? '',
            recency: scoreText('recency', cell.r),
            frequency: scoreText('frequency', cell.f),
            ...(cell.m === null ? {} : { monetary: scoreText('monetary', cell.m) }),
            customers: formats.integer(cell.customers),
            share: formats.percent(cell.share, 1),
            revenue: formats.money(cell.revenue),
            perCustomer: cell.customers > 0 ? formats.money(cell.revenue / cell.customers) : '–',
          })),
      }}
    >
      {toolbar}
      <ChartLegend
        label={t('grid.legend')}
        items={segments.map(({ name, color }, key) => ({ key, label: name, color: seriesColor(color) }))}
        className="mb-3"
      />
      <div className={cn('grid gap-6', planes.length > 1 && 'xl:grid-cols-2')}>
        {planes.map((plane) => (
          <RfmPlane key={plane.m} plane={plane} segments={segments} bounds={bounds} onPick={onPick} />
        ))}
      </div>
    </ChartFrame>
  )
}
