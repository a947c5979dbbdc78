'use client'

import type { MatrixCell, MatrixRow } from './prepare-flow-matrix'
import type { FlowEnd } from './prepare-flows'
import type { useRovingGrid } from './use-roving-grid'

type FlowMatrixCellsProps = {
  label: string
  rows: readonly MatrixRow[]
  columns: readonly FlowEnd[]
  rowHeight: number
  grid: ReturnType<typeof useRovingGrid>
  format: (value: number) => string
  formatShare: (share: number) => string
  /** The sentence spoken for a cell. */
  speak: (from: FlowEnd, to: FlowEnd, cell: MatrixCell) => string
}

const shade = (share: number) =>
  `color-mix(in oklab, var(--diverging-high) ${Math.round(share * 100)}%, var(--diverging-mid))`

/** The coloured cells, each with customers and share of its row; positions are percentages of the width. */
export function FlowMatrixCells(props: FlowMatrixCellsProps) {
  const { label, rows, columns, rowHeight, grid, format, formatShare, speak } = props
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
          <g key={row.end.id} {...grid.rowProps}>
            {columns.map((column, columnIndex) => {
              const cell = row.cells[columnIndex] ?? { value: 0, share: 0, columnShare: 0 }
              const middle = `${(columnIndex + 0.5) * part}%`
              return (
                <g
                  key={column.id}
                  {...grid.cellProps(rowIndex, columnIndex)}
                  aria-label={speak(row.end, column, cell)}
                  className="outline-none"
                >
                  <rect
                    x={`${columnIndex * part}%`}
                    y={rowIndex * rowHeight}
                    width={`${part}%`}
                    height={rowHeight}
                    strokeWidth={2}
                    style={{
                      fill: cell.value === 0 ? 'var(--subtle)' : shade(cell.share),
                      stroke: 'var(--surface)',
                    }}
                  />
                  <text
                    x={middle}
                    y={(rowIndex + 0.5) * rowHeight - (cell.value === 0 ? 0 : 8)}
                    dy="0.35em"
                    textAnchor="middle"
                    className="pointer-events-none fill-text text-xs font-medium tabular-nums"
                  >
                    {format(cell.value)}
                  </text>
                  {cell.value === 0 ? null : (
                    <text
                      x={middle}
                      y={(rowIndex + 0.5) * rowHeight + 8}
                      dy="0.35em"
                      textAnchor="middle"
                      className="pointer-events-none fill-text text-xs tabular-nums"
                    >
                      {formatShare(cell.share)}
                    </text>
                  )}
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
