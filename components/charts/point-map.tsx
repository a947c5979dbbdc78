'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { captured } from './capture-chart'
import { ChartLegend } from './chart-legend'
import { ChartNote } from './chart-note'
import { PointCanvas } from './point-canvas'
import { seriesColor } from './series-color'
import { useHiddenSeries } from './use-hidden-series'

/** Columns of points, all of one length. */
export type MapColumns = {
  /** Customers in all; more than `ids.length` when the points are a sample. */
  total: number
  ids: readonly string[]
  x: readonly number[]
  y: readonly number[]
  /** The position of each point's segment. */
  segment: readonly number[]
}

/** `color` is an index for `seriesColor`. */
export type MapSegment = { position: number; color: number; name: string }

export type PointMapProps = {
  /** Spoken name of the chart. */
  label: string
  points: MapColumns
  segments: readonly MapSegment[]
  /** What the axes stand for. */
  axes: { x: string; y: string }
  /** A click on a point. */
  onSelect?: (id: string) => void
}

/** Every customer as a dot, coloured by segment; up to 50,000 of them. */
export function PointMap({ label, points, segments, axes, onSelect }: PointMapProps) {
  const t = useTranslations('charts')
  const { hidden, toggle } = useHiddenSeries()
  const items = useMemo(
    () =>
      segments.map(({ position, color, name }) => ({
        key: position,
        label: name,
        color: seriesColor(color),
        shown: !hidden.has(position),
      })),
    [segments, hidden],
  )
  const allHidden = segments.length > 0 && segments.every(({ position }) => hidden.has(position))
  return (
    <div>
      <ChartLegend label={t('legendToggle')} items={items} onToggle={toggle} className="mb-2 -ml-1.5" />
      <p {...captured.text} className="mb-1 text-xs text-muted">
        ↑ {axes.y}
      </p>
      <div className="relative h-96 rounded-lg border border-border">
        <PointCanvas label={label} points={points} segments={segments} hidden={hidden} onSelect={onSelect} />
        {allHidden ? (
          <p className="absolute inset-0 flex items-center justify-center p-6 text-center text-sm text-muted">
            {t('map.allHidden')}
          </p>
        ) : null}
      </div>
      <p {...captured.text} className="mt-1 text-right text-xs text-muted">
        {axes.x} →
      </p>
      <ChartNote kind="customers" shown={points.ids.length} total={points.total} />
    </div>
  )
}
