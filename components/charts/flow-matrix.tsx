'use client'

import { useTranslations } from 'next-intl'
import { useReducer, useRef } from 'react'
import { captured } from './capture-chart'
import { FloatingTooltip } from './floating-tooltip'
import { FlowMatrixCells } from './flow-matrix-cells'
import { prepareFlowMatrix } from './prepare-flow-matrix'
import type { FlowEnd, FlowRow } from './prepare-flows'
import { RowLabel } from './row-label'
import { seriesColor } from './series-color'
import { useRovingGrid } from './use-roving-grid'

export type FlowMatrixProps = {
  /** Spoken name of the chart. */
  label: string
  /** What the rows and the columns are. */
  titles: { from: string; to: string }
  from: readonly FlowEnd[]
  to: readonly FlowEnd[]
  flows: readonly FlowRow[]
  format: (value: number) => string
  formatShare: (share: number) => string
}

const rowHeight = 44
const leastColumn = 72

const colorOf = ({ color }: FlowEnd) => (color === null ? 'var(--muted)' : seriesColor(color))

/** Customers in every pair of segments; a cell's colour is its share of the row. */
export function FlowMatrix({ label, titles, from, to, flows, format, formatShare }: FlowMatrixProps) {
  const t = useTranslations('compare.flowChart')
  const frame = useRef<HTMLDivElement>(null)
  const [, followScroll] = useReducer((count: number) => count + 1, 0)
  const { rows, columns } = prepareFlowMatrix(from, to, flows)
  const grid = useRovingGrid(rows.length, columns.length)
  const row = grid.active ? rows[grid.active.row] : undefined
  const column = grid.active ? columns[grid.active.column] : undefined
  const cell = grid.active ? row?.cells[grid.active.column] : undefined
  const spot = grid.active && frame.current ? topOf(grid.active.element, frame.current) : null
  return (
    <div ref={frame} className="relative">
      <p {...captured.text} className="mb-3 text-xs text-muted">
        {t('matrixKey', titles)}
      </p>
      <div data-chart-scroll="" className="relative overflow-x-auto" onScroll={followScroll}>
        <div
          className="grid grid-cols-[7.5rem_1fr] sm:grid-cols-[11rem_1fr]"
          style={{ minWidth: `calc(7.5rem + ${columns.length * leastColumn}px)` }}
        >
          <div className="sticky left-0 z-10 bg-surface" />
          <ul className="grid" style={{ gridTemplateColumns: `repeat(${columns.length}, 1fr)` }}>
            {columns.map((end) => (
              <li key={end.id} className="flex min-w-0 flex-col items-center justify-end gap-1 px-1 pb-2">
                <span
                  aria-hidden
                  {...captured.swatch}
                  className="size-2.5 rounded-full"
                  style={{ backgroundColor: colorOf(end) }}
                />
                <span
                  {...captured.text}
                  title={end.label}
                  className="line-clamp-3 w-full text-center text-xs leading-4 font-medium break-words"
                >
                  {end.label}
                </span>
              </li>
            ))}
          </ul>
          <ul className="sticky left-0 z-10 bg-surface pr-2">
            {rows.map(({ end }) => (
              <li key={end.id} className="flex items-center" style={{ height: rowHeight }}>
                <RowLabel label={end.label} color={colorOf(end)} />
              </li>
            ))}
          </ul>
          <FlowMatrixCells
            label={label}
            rows={rows}
            columns={columns}
            rowHeight={rowHeight}
            grid={grid}
            format={format}
            formatShare={formatShare}
            speak={(from, to, { value, share }) =>
              t('cell', { from: from.label, to: to.label, count: format(value), share: formatShare(share) })
            }
          />
        </div>
      </div>
      {spot && row && column && cell ? (
        <FloatingTooltip
          {...spot}
          title={t('fromTo', { from: row.end.label, to: column.label })}
          color={colorOf(row.end)}
          lines={[
            { label: t('customers'), value: format(cell.value) },
            { label: t('shareOf', { name: row.end.label }), value: formatShare(cell.share) },
            { label: t('shareOf', { name: column.label }), value: formatShare(cell.columnShare) },
          ]}
        />
      ) : null}
    </div>
  )
}

function topOf(element: Element, frame: HTMLElement): { x: number; y: number } {
  const cell = element.getBoundingClientRect()
  const origin = frame.getBoundingClientRect()
  return { x: cell.x + cell.width / 2 - origin.x, y: cell.y - origin.y }
}
