'use client'

import { useLayoutEffect, useRef } from 'react'
import { ChartTooltip, type ChartTooltipProps } from './chart-tooltip'

type FloatingTooltipProps = ChartTooltipProps & {
  /** The marked spot, in pixels of the positioned parent. */
  x: number
  y: number
  /** Distance kept from the spot. */
  offset?: number
}

/** A tooltip above its spot, below when there is no room, never wider than its positioned parent. */
export function FloatingTooltip({ x, y, offset = 10, ...content }: FloatingTooltipProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = ref.current
    const parent = box?.offsetParent
    if (!box || !parent) return
    const left = Math.min(Math.max(0, x - box.offsetWidth / 2), parent.clientWidth - box.offsetWidth)
    const roomAbove = y + parent.getBoundingClientRect().top
    const above = roomAbove > box.offsetHeight + offset + 8
    box.style.left = `${Math.max(0, left)}px`
    box.style.top = `${above ? y - box.offsetHeight - offset : y + offset}px`
  })
  return (
    <div ref={ref} aria-hidden className="pointer-events-none absolute z-20">
      <ChartTooltip {...content} />
    </div>
  )
}
