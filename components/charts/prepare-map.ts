import type { MapColumns } from './point-map'

export type Span = { low: number; high: number }
export type MapFrame = { x: Span; y: Span }

/** Space kept around the cloud so that edge points are drawn whole, in pixels. */
const margin = 12

/** The ends of both axes over all points, so that hiding a segment moves nothing. */
export function frameMap(points: MapColumns): MapFrame {
  return { x: spanOf(points.x), y: spanOf(points.y) }
}

function spanOf(values: readonly number[]): Span {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { low: -1, high: 1 }
  return low === high ? { low: low - 1, high: high + 1 } : { low, high }
}

/** Places of the points in a width × height drawing, NaN for those of hidden segments. Up is more. */
export function projectPoints(
  points: MapColumns,
  frame: MapFrame,
  size: { width: number; height: number },
  hidden: ReadonlySet<number>,
): { x: Float32Array; y: Float32Array } {
  const count = points.ids.length
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  const scaleX = (size.width - 2 * margin) / (frame.x.high - frame.x.low)
  const scaleY = (size.height - 2 * margin) / (frame.y.high - frame.y.low)
  for (let i = 0; i < count; i++) {
    const shown = !hidden.has(points.segment[i]!)
    x[i] = shown ? margin + (points.x[i]! - frame.x.low) * scaleX : Number.NaN
    y[i] = shown ? size.height - margin - (points.y[i]! - frame.y.low) * scaleY : Number.NaN
  }
  return { x, y }
}

/** Radius of a dot in pixels: smaller and fainter the more there are, so that density stays visible. */
export function dotLook(count: number): { radius: number; opacity: number } {
  if (count <= 500) return { radius: 4, opacity: 0.85 }
  if (count <= 5_000) return { radius: 3, opacity: 0.75 }
  if (count <= 20_000) return { radius: 2.25, opacity: 0.65 }
  return { radius: 1.75, opacity: 0.55 }
}

/** Device pixels per CSS pixel to draw at: large clouds stay a little coarser, so that drawing never blocks for long. */
export function drawingRatio(count: number, deviceRatio: number): number {
  return Math.min(Math.max(1, deviceRatio), count > 20_000 ? 1.5 : 3)
}
