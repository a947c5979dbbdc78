'use client'

import { divergingColor } from './diverging-color'
import type { HeatMapCell, HeatMapColumn } from './heat-map'
import type { HeatMapRow } from './prepare-heat-map'
import type { useRovingGrid } from './use-roving-grid'

type HeatMapCellsProps = {
  label: string
  rows: readonly HeatMapRow[]
  columns: readonly HeatMapColumn[]
  rowHeight: number
  grid: ReturnType<typeof useRovingGrid>
  /** The text drawn in a cell, and the sentence spoken for it. */
  write: (cell: HeatMapCell) => string
  speak: (row: HeatMapRow, column: HeatMapColumn, cell: HeatMapCell) => string
}

/** The coloured cells; positions are percentages, so the drawing follows its width without measuring. */
export function HeatMapCells({ label, rows, columns, rowHeight, grid, write, speak }: HeatMapCellsProps) {
  const part = 100 / columns.length
  return (
    <div {...grid.gridProps(label)}>
      <svg
        data-chart-drawing=""
        role="presentation"
        width="100%"
        height={rows.length * rowHeight}
        className="block overflow-visible"
      >
        {rows.map((row, rowIndex) => (
          <g key={row.id} {...grid.rowProps}>
            {columns.map((column, columnIndex) => {
              const cell = row.cells[columnIndex] ?? { z: null, value: '–' }
              return (
                <g
                  key={column.id}
                  {...grid.cellProps(rowIndex, columnIndex)}
                  aria-label={speak(row, column, cell)}
                  className="outline-none"
                >
                  <rect
                    x={`${columnIndex * part}%`}
                    y={rowIndex * rowHeight}
                    width={`${part}%`}
                    height={rowHeight}
                    strokeWidth={2}
                    style={{
                      fill: cell.z === null ? 'var(--subtle)' : divergingColor(cell.z),
                      stroke: 'var(--surface)',
                    }}
                  />
                  <text
                    x={`${(columnIndex + 0.5) * part}%`}
                    y={(rowIndex + 0.5) * rowHeight}
                    dy="0.35em"
                    textAnchor="middle"
                    className="pointer-events-none fill-text text-xs tabular-nums"
                  >
                    {write(cell)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
        {grid.active ? (
          <rect
            aria-hidden
            x={`${grid.active.column * part}%`}
            y={grid.active.row * rowHeight}
            width={`${part}%`}
            height={rowHeight}
            className="pointer-events-none fill-none stroke-focus stroke-3"
          />
        ) : null}
      </svg>
    </div>
  )
}
