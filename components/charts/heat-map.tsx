'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useReducer, useRef, useState } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { captured } from './capture-chart'
import { ChartNote } from './chart-note'
import { FloatingTooltip } from './floating-tooltip'
import { HeatMapCells } from './heat-map-cells'
import { HeatMapLegend } from './heat-map-legend'
import { prepareHeatMap } from './prepare-heat-map'
import { RowLabel } from './row-label'
import { seriesColor } from './series-color'
import { useRovingGrid } from './use-roving-grid'

export type HeatMapCell = {
  /** Standardised distance from the average; null = not known. */
  z: number | null
  /** The real value, formatted. */
  value: string
  /** More lines of the tooltip, for instance the average of all customers. */
  details?: readonly { label: string; value: string }[]
}

export type HeatMapColumn = { id: string; label: string; color?: number }

export type HeatMapProps = {
  /** Spoken name of the chart. */
  label: string
  /** Features. */
  rows: readonly { id: string; label: string }[]
  /** Segments; `color` (an index for `seriesColor`) adds the segment's colour. */
  columns: readonly HeatMapColumn[]
  /** cells[row][column] */
  cells: readonly (readonly HeatMapCell[])[]
  /** z with one decimal and sign, for instance '+1.2'. */
  formatZ: (z: number) => string
  /** 'telling' (default) puts the rows on top in which the columns differ most. */
  order?: 'given' | 'telling'
  /** Rows drawn at most; the chart says 'N of M' when there are more. */
  limit?: number
}

const rowHeight = 36

/** Rows by columns, coloured by how far each value lies from the average. */
export function HeatMap({
  label,
  rows,
  columns,
  cells,
  formatZ,
  order = 'telling',
  limit = 40,
}: HeatMapProps) {
  const t = useTranslations('charts')
  const frame = useRef<HTMLDivElement>(null)
  const [text, setText] = useState<'value' | 'difference'>('value')
  const [, followScroll] = useReducer((count: number) => count + 1, 0)
  const map = useMemo(
    () => prepareHeatMap(rows, columns.length, cells, { order, limit }),
    [rows, columns.length, cells, order, limit],
  )
  const grid = useRovingGrid(map.rows.length, columns.length)
  const writeZ = (z: number | null) => (z === null ? t('heatMap.none') : formatZ(z))
  const activeRow = grid.active ? map.rows[grid.active.row] : undefined
  const activeColumn = grid.active ? columns[grid.active.column] : undefined
  const activeCell = grid.active ? activeRow?.cells[grid.active.column] : undefined
  const spot = grid.active && frame.current ? topOf(grid.active.element, frame.current) : null
  return (
    <div ref={frame} className="relative">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <HeatMapLegend formatZ={formatZ} />
        <SegmentedControl
          label={t('heatMap.cells')}
          value={text}
          onValueChange={setText}
          options={[
            { value: 'value', label: t('heatMap.value') },
            { value: 'difference', label: t('heatMap.difference') },
          ]}
        />
      </div>
      <div
        data-chart-scroll=""
        className="relative scroll-pl-30 overflow-x-auto sm:scroll-pl-44"
        onScroll={followScroll}
      >
        <div
          className="grid grid-cols-[7.5rem_1fr] sm:grid-cols-[11rem_1fr]"
          style={{ minWidth: `calc(7.5rem + ${columns.length * map.columnWidth}px)` }}
        >
          <div className="sticky left-0 z-10 bg-surface" />
          <ul className="grid" style={{ gridTemplateColumns: `repeat(${columns.length}, 1fr)` }}>
            {columns.map((column) => (
              <li key={column.id} className="flex min-w-0 flex-col items-center justify-end gap-1 px-1 pb-2">
                {column.color === undefined ? null : (
                  <span
                    aria-hidden
                    {...captured.swatch}
                    className="size-2.5 rounded-full"
                    style={{ backgroundColor: seriesColor(column.color) }}
                  />
                )}
                <span
                  {...captured.text}
                  title={column.label}
                  className="line-clamp-3 w-full text-center text-xs leading-4 font-medium break-words"
                >
                  {column.label}
                </span>
              </li>
            ))}
          </ul>
          <ul className="sticky left-0 z-10 bg-surface pr-2">
            {map.rows.map((row) => (
              <li key={row.id} className="flex items-center" style={{ height: rowHeight }}>
                <RowLabel label={row.label} />
              </li>
            ))}
          </ul>
          <HeatMapCells
            label={label}
            rows={map.rows}
            columns={columns}
            rowHeight={rowHeight}
            grid={grid}
            write={(cell) => (text === 'value' ? cell.value : cell.z === null ? '–' : formatZ(cell.z))}
            speak={(row, column, cell) =>
              t('heatMap.cell', {
                row: row.label,
                column: column.label,
                value: cell.value,
                z: writeZ(cell.z),
              })
            }
          />
        </div>
      </div>
      {spot && activeRow && activeColumn && activeCell ? (
        <FloatingTooltip
          {...spot}
          title={`${activeColumn.label} · ${activeRow.label}`}
          color={activeColumn.color === undefined ? undefined : seriesColor(activeColumn.color)}
          lines={[
            { label: t('heatMap.value'), value: activeCell.value },
            ...(activeCell.details ?? []),
            { label: t('heatMap.zLabel'), value: writeZ(activeCell.z) },
          ]}
        />
      ) : null}
      <ChartNote kind="rows" shown={map.rows.length} total={map.total} />
    </div>
  )
}

function topOf(element: Element, frame: HTMLElement): { x: number; y: number } {
  const cell = element.getBoundingClientRect()
  const origin = frame.getBoundingClientRect()
  return { x: cell.x + cell.width / 2 - origin.x, y: cell.y - origin.y }
}
