'use client'

import { useMemo, useRef } from 'react'
import { captured } from './capture-chart'
import { ChartNote } from './chart-note'
import { FloatingTooltip } from './floating-tooltip'
import { IntervalMarks } from './interval-marks'
import { type IntervalRow, prepareIntervals } from './prepare-intervals'
import { RowLabel } from './row-label'
import { useRovingGrid } from './use-roving-grid'

export type IntervalChartProps = {
  /** Spoken name of the chart. */
  label: string
  /** What the axis says. */
  axis: string
  rows: readonly IntervalRow[]
  /** The value that means 'no difference': 0 on a linear axis, 1 for ratios. */
  reference: number
  scale: 'linear' | 'ratio'
  formatTick: (value: number) => string
  color: string
  /** Rows drawn at most; the chart says 'N of M' when there are more. */
  limit?: number
}

const rowHeight = 36

/** Estimates with their intervals, one a row, beside the line that means 'no difference'. */
export function IntervalChart({
  label,
  axis,
  rows,
  reference,
  scale,
  formatTick,
  color,
  limit = 12,
}: IntervalChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const prepared = useMemo(
    () => prepareIntervals(rows, { reference, scale, limit }),
    [rows, reference, scale, limit],
  )
  const grid = useRovingGrid(prepared.rows.length, 1)
  const active = grid.active ? prepared.rows[grid.active.row] : undefined
  const spot =
    grid.active && frame.current && active ? spotOf(grid.active.element, frame.current, active.at) : null
  return (
    <div ref={frame} className="@container relative">
      <div className="grid grid-cols-[36%_1fr_auto] sm:grid-cols-[13rem_1fr_auto]">
        <ul className="pr-3">
          {prepared.rows.map(({ row }) => (
            <li key={row.id} className="flex items-center" style={{ height: rowHeight }}>
              <RowLabel label={row.label} />
            </li>
          ))}
        </ul>
        <IntervalMarks
          label={label}
          prepared={prepared}
          rowHeight={rowHeight}
          grid={grid}
          color={color}
          formatTick={formatTick}
        />
        <ul className="pl-4 text-right text-xs font-medium tabular-nums">
          {prepared.rows.map(({ row }) => (
            <li key={row.id} className="flex items-center justify-end" style={{ height: rowHeight }}>
              <span {...captured.text}>{row.text}</span>
            </li>
          ))}
        </ul>
        <span />
        <p {...captured.text} className="text-center text-xs text-muted">
          {axis}
        </p>
      </div>
      {spot && active ? (
        <FloatingTooltip {...spot} title={active.row.label} color={color} lines={active.row.details} />
      ) : null}
      <ChartNote kind="rows" shown={prepared.rows.length} total={prepared.total} />
    </div>
  )
}

function spotOf(element: Element, frame: HTMLElement, at: number): { x: number; y: number } {
  const row = element.getBoundingClientRect()
  const origin = frame.getBoundingClientRect()
  return { x: row.x - origin.x + row.width * at, y: row.y - origin.y + rowHeight / 4 }
}
