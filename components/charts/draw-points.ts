import { dotLook } from './prepare-map'

export type PointDrawing = {
  x: Float32Array
  y: Float32Array
  segment: readonly number[]
  /** CSS colour by segment position. */
  colors: ReadonlyMap<number, string>
  /** CSS pixels. */
  width: number
  height: number
  /** Device pixels per CSS pixel. */
  ratio: number
}

/**
 * Draws a point cloud: one dot is painted per colour and copied to whole device pixels, the fastest a canvas
 * offers (shared reference PERFORMANCE.md). Points with NaN are skipped.
 */
export function drawPoints(canvas: HTMLCanvasElement, drawing: PointDrawing): void {
  const { x, y, segment, colors, ratio } = drawing
  canvas.width = Math.round(drawing.width * ratio)
  canvas.height = Math.round(drawing.height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return
  const look = dotLook(x.length)
  const side = Math.ceil(2 * look.radius * ratio) + 2
  const dots = new Map([...colors].map(([position, color]) => [position, paintDot(color, look, side, ratio)]))
  const half = side / 2
  for (let i = 0; i < x.length; i++) {
    const dot = dots.get(segment[i]!)
    if (!dot || Number.isNaN(x[i]!)) continue
    context.drawImage(dot, Math.round(x[i]! * ratio - half), Math.round(y[i]! * ratio - half))
  }
}

function paintDot(color: string, look: { radius: number; opacity: number }, side: number, ratio: number) {
  const dot = document.createElement('canvas')
  dot.width = side
  dot.height = side
  const context = dot.getContext('2d')
  if (context) {
    context.globalAlpha = look.opacity
    context.fillStyle = color
    context.beginPath()
    context.arc(side / 2, side / 2, look.radius * ratio, 0, 2 * Math.PI)
    context.fill()
  }
  return dot
}
