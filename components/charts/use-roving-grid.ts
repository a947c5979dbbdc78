'use client'

import { type FocusEvent, type KeyboardEvent, type PointerEvent, useState } from 'react'

export type GridSpot = { row: number; column: number; element: Element }

/**
 * Makes the cells of an SVG (inside an element with `gridProps`) one tab stop with arrow keys, Home and End, and tells the active cell
 * (hovered or focused) for its tooltip. Escape closes the tooltip.
 */
export function useRovingGrid(rows: number, columns: number) {
  const [stop, setStop] = useState({ row: 0, column: 0 })
  const [active, setActive] = useState<GridSpot | null>(null)
  const stopRow = Math.min(stop.row, rows - 1)
  const stopColumn = Math.min(stop.column, columns - 1)

  const move = (event: KeyboardEvent<SVGGElement>, row: number, column: number) => {
    if (event.key === 'Escape') setActive(null)
    const target = step(event.key, row, column, rows, columns)
    if (!target) return
    event.preventDefault()
    const grid = event.currentTarget.closest('[role="grid"]')
    grid?.querySelector<SVGGElement>(`[data-cell="${target.row}-${target.column}"]`)?.focus()
  }

  const cellProps = (row: number, column: number) => ({
    role: 'gridcell' as const,
    'data-cell': `${row}-${column}`,
    tabIndex: row === stopRow && column === stopColumn ? 0 : -1,
    onFocus: (event: FocusEvent<SVGGElement>) => {
      setStop({ row, column })
      setActive({ row, column, element: event.currentTarget })
    },
    onBlur: () => setActive(null),
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => move(event, row, column),
    onPointerEnter: (event: PointerEvent<SVGGElement>) =>
      setActive({ row, column, element: event.currentTarget }),
    onPointerLeave: () => setActive(null),
  })

  // as props, because linters know these roles for HTML tables only
  const gridProps = (label: string) => ({ role: 'grid' as const, 'aria-label': label })
  const rowProps = { role: 'row' as const }

  return { active, gridProps, rowProps, cellProps }
}

function step(key: string, row: number, column: number, rows: number, columns: number) {
  const within = (next: { row: number; column: number }) =>
    next.row >= 0 && next.row < rows && next.column >= 0 && next.column < columns ? next : null
  if (key === 'ArrowUp') return within({ row: row - 1, column })
  if (key === 'ArrowDown') return within({ row: row + 1, column })
  if (key === 'ArrowLeft') return within({ row, column: column - 1 })
  if (key === 'ArrowRight') return within({ row, column: column + 1 })
  if (key === 'Home') return { row, column: 0 }
  if (key === 'End') return { row, column: columns - 1 }
  return null
}
