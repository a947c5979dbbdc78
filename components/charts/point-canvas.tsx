'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { captureEvent } from './capture-chart'
import { drawPoints } from './draw-points'
import { FloatingTooltip } from './floating-tooltip'
import { pngScale } from './png-layout'
import { buildPointIndex, findNearestPoint } from './point-index'
import type { MapColumns, MapSegment } from './point-map'
import { drawingRatio, frameMap, projectPoints } from './prepare-map'
import { seriesColor } from './series-color'
import { useElementSize } from './use-element-size'
import { useSeriesColors } from './use-series-colors'

type PointCanvasProps = {
  label: string
  points: MapColumns
  segments: readonly MapSegment[]
  hidden: ReadonlySet<number>
  onSelect?: (id: string) => void
}

/** How near the pointer must be to a point, in pixels. */
const reach = 12

/** The canvas of the point map with its hover; it fills its parent. */
export function PointCanvas({ label, points, segments, hidden, onSelect }: PointCanvasProps) {
  const t = useTranslations('charts')
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useElementSize(box)
  const palette = useSeriesColors()
  const [found, setFound] = useState<{ index: number; touch: boolean } | null>(null)
  const frame = useMemo(() => frameMap(points), [points])
  const places = useMemo(() => projectPoints(points, frame, size, hidden), [points, frame, size, hidden])
  const index = useMemo(
    () => buildPointIndex(places.x, places.y, size.width, size.height, reach),
    [places, size],
  )

  useEffect(() => {
    const element = canvas.current
    if (!element || size.width === 0 || size.height === 0 || palette.length === 0) return
    const colors = new Map(
      segments.map(({ position, color }) => [position, palette[color % palette.length] ?? '']),
    )
    const draw = (ratio: number) =>
      drawPoints(element, { ...places, segment: points.segment, colors, ...size, ratio })
    const drawFine = () => draw(pngScale)
    draw(drawingRatio(points.ids.length, window.devicePixelRatio))
    element.addEventListener(captureEvent, drawFine)
    return () => element.removeEventListener(captureEvent, drawFine)
  }, [places, points, segments, size, palette])

  const find = (event: PointerEvent) => {
    const rect = event.currentTarget.getBoundingClientRect()
    const nearest = findNearestPoint(index, event.clientX - rect.left, event.clientY - rect.top, reach)
    return nearest < 0 ? null : { index: nearest, touch: event.pointerType !== 'mouse' }
  }
  const hover = (event: PointerEvent) => {
    const next = find(event)
    setFound((before) => (before?.index === next?.index ? before : next))
  }
  /** With a mouse a click opens what is hovered; on a touch screen the first tap names it, the second opens it. */
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    const next = find(event)
    const id = next ? points.ids[next.index] : undefined
    if (id !== undefined && next && (!next.touch || found?.index === next.index)) onSelect?.(id)
    setFound(next)
  }

  const x = found ? places.x[found.index] : undefined
  const y = found ? places.y[found.index] : undefined
  const shown = found && x !== undefined && y !== undefined && !Number.isNaN(x)
  const position = found ? points.segment[found.index] : undefined
  const segment = segments.find((one) => one.position === position)
  return (
    <div ref={box} className="absolute inset-0">
      <canvas
        ref={canvas}
        data-chart-drawing=""
        role="img"
        aria-label={label}
        className="absolute inset-0 size-full"
        style={{ cursor: found && onSelect ? 'pointer' : 'default' }}
        onPointerMove={(event) => event.pointerType === 'mouse' && hover(event)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setFound(null)}
        onPointerUp={press}
      />
      {shown && found ? (
        <>
          <span
            aria-hidden
            className="pointer-events-none absolute size-3.5 -translate-1/2 rounded-full border-2 border-text"
            style={{ left: x, top: y }}
          />
          <FloatingTooltip
            x={x}
            y={y}
            offset={14}
            title={points.ids[found.index] ?? ''}
            color={seriesColor(segment?.color ?? 0)}
            lines={[]}
            hint={[segment?.name, onSelect && t(found.touch ? 'map.tapAgain' : 'map.open')]
              .filter(Boolean)
              .join(' · ')}
          />
        </>
      ) : null}
    </div>
  )
}
