'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import { captured } from './capture-chart'
import type { DistributionChartProps, DistributionSegment } from './distribution-chart'
import { FloatingTooltip } from './floating-tooltip'
import { prepareStrips, type Strip } from './prepare-distribution'
import { RowLabel } from './row-label'
import { seriesColor } from './series-color'
import { StripMarks } from './strip-marks'
import { useRovingGrid } from './use-roving-grid'

const rowHeight = 40

/** One row per segment: where most, the middle half and the median of its customers lie. */
export function DistributionStrips({ label, axis, segments, format, formatCount }: DistributionChartProps) {
  const t = useTranslations('charts')
  const frame = useRef<HTMLDivElement>(null)
  const { strips, ticks } = useMemo(() => prepareStrips(segments, 5), [segments])
  const grid = useRovingGrid(strips.length, 1)
  const active = grid.active ? strips[grid.active.row] : undefined
  const range = (from: number | null, to: number | null) =>
    t('distribution.range', { from: format(from ?? Number.NaN), to: format(to ?? Number.NaN) })
  const linesOf = ({ segment, places, missing }: Strip) => [
    ...(places
      ? [
          { label: t('distribution.median'), value: writeMedian(segment, format) },
          { label: t('distribution.middle'), value: range(segment.p25, segment.p75) },
          { label: t('distribution.most'), value: range(segment.p5, segment.p95) },
        ]
      : []),
    ...(missing > 0 || !places ? [{ label: t('distribution.missing'), value: formatCount(missing) }] : []),
  ]
  const spot =
    grid.active && frame.current && active ? spotOf(grid.active.element, frame.current, active) : null
  return (
    <div ref={frame} className="@container relative">
      <div className="grid grid-cols-[32%_1fr_auto] sm:grid-cols-[11rem_1fr_auto]">
        <ul className="pr-3">
          {strips.map((strip) => (
            <li key={strip.position} className="flex items-center" style={{ height: rowHeight }}>
              <RowLabel label={strip.name} color={seriesColor(strip.segment.color)} />
            </li>
          ))}
        </ul>
        <StripMarks
          label={label}
          strips={strips}
          ticks={ticks}
          rowHeight={rowHeight}
          grid={grid}
          format={format}
          none={t('distribution.none')}
          speak={(strip) =>
            [strip.name, ...linesOf(strip).map((line) => `${line.label}: ${line.value}`)].join('; ')
          }
        />
        <ul className="pl-4 text-right text-xs font-medium tabular-nums">
          {strips.map((strip) => (
            <li key={strip.position} className="flex items-center justify-end" style={{ height: rowHeight }}>
              <span {...captured.text}>{strip.places ? writeMedian(strip.segment, format) : '–'}</span>
            </li>
          ))}
        </ul>
        <span />
        <p {...captured.text} className="text-center text-xs text-muted">
          {axis}
        </p>
        <p {...captured.text} className="pl-4 text-right text-xs text-muted">
          {t('distribution.median')}
        </p>
      </div>
      <p {...captured.text} className="mt-3 max-w-prose text-xs text-muted">
        {t('distribution.boxKey')}
      </p>
      {spot && active ? (
        <FloatingTooltip
          {...spot}
          title={active.name}
          color={seriesColor(active.segment.color)}
          lines={linesOf(active)}
        />
      ) : null}
    </div>
  )
}

function writeMedian(segment: DistributionSegment, format: (value: number) => string): string {
  return segment.median === null ? '–' : format(segment.median)
}

/** Above the median of the row. */
function spotOf(element: Element, frame: HTMLElement, strip: Strip): { x: number; y: number } {
  const row = element.getBoundingClientRect()
  const origin = frame.getBoundingClientRect()
  return {
    x: row.x - origin.x + row.width * (strip.places?.median ?? 0.5),
    y: row.y - origin.y + rowHeight / 4,
  }
}
