'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useElementSize } from '@/components/charts/use-element-size'
import type { useRovingGrid } from '@/components/charts/use-roving-grid'
import { type GridCell, writeScores } from './prepare-grid'
import { RfmPlaneCell } from './rfm-plane-cell'
import type { MapSegment } from './use-map-segments'

type RfmPlaneCellsProps = {
  label: string
  rows: readonly (readonly GridCell[])[]
  rowHeight: number
  segments: readonly MapSegment[]
  grid: ReturnType<typeof useRovingGrid>
  write: {
    share: (share: number) => string
    perCustomer: (revenue: number, customers: number) => string
  }
  onPick?: ((index: number) => void) | undefined
}

/** The drawn cells of a plane; Enter or a click chooses one. */
export function RfmPlaneCells(props: RfmPlaneCellsProps) {
  const { label, rows, rowHeight, segments, grid, write, onPick } = props
  const t = useTranslations('rfm.grid')
  const formats = useFormats()
  const drawing = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(drawing)
  const bins = rows.length

  function interact(row: number, column: number, index: number) {
    const cellProps = grid.cellProps(row, column)
    return {
      ...cellProps,
      onClick: () => onPick?.(index),
      onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
        cellProps.onKeyDown(event)
        if (!onPick || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        onPick(index)
      },
    }
  }

  function listLines({ customers, revenue, share }: GridCell): string[] {
    if (customers === 0) return ['0']
    const value = write.perCustomer(revenue, customers)
    return [`${formats.integer(customers)} · ${write.share(share)}`, t('perCustomerShort', { value })]
  }

  return (
    <div ref={drawing} {...grid.gridProps(label)}>
      <svg
        data-chart-drawing=""
        role="presentation"
        width="100%"
        height={bins * rowHeight}
        className="block overflow-visible"
      >
        {rows.map((row, r) => (
          <g key={row[0]?.r} {...grid.rowProps}>
            {row.map((cell, c) => {
              const { name = '', color = 0 } = segments[cell.segment] ?? {}
              return (
                <g
                  key={cell.index}
                  {...interact(r, c, cell.index)}
                  aria-label={t('cell', {
                    scores: writeScores(cell),
                    segment: name,
                    customers: cell.customers,
                    share: write.share(cell.share),
                    value: write.perCustomer(cell.revenue, cell.customers),
                  })}
                  className={onPick ? 'cursor-pointer outline-none' : 'outline-none'}
                >
                  <RfmPlaneCell
                    row={r}
                    column={c}
                    columns={bins}
                    width={width / bins}
                    height={rowHeight}
                    color={color}
                    name={name}
                    lines={listLines(cell)}
                    shortLine={formats.integer(cell.customers)}
                  />
                </g>
              )
            })}
          </g>
        ))}
        {grid.active ? (
          <rect
            aria-hidden
            x={`${(grid.active.column * 100) / bins}%`}
            y={grid.active.row * rowHeight}
            width={`${100 / bins}%`}
            height={rowHeight}
            className="pointer-events-none fill-none stroke-focus stroke-3"
          />
        ) : null}
      </svg>
    </div>
  )
}
