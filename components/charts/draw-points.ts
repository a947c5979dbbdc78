import { paintPoints, shapeDot } from './paint-points'
import { dotLook } from './prepare-map'

export type PointDrawing = {
  /** Places in CSS pixels, NaN = not drawn. */
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

/** Draws a point cloud on a canvas and gives the canvas its size in device pixels. */
export function drawPoints(canvas: HTMLCanvasElement, drawing: PointDrawing): void {
  const { ratio } = drawing
  canvas.width = Math.round(drawing.width * ratio)
  canvas.height = Math.round(drawing.height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return
  const image = context.createImageData(canvas.width, canvas.height)
  const picture = { pixels: new Uint32Array(image.data.buffer), width: image.width, height: image.height }
  const look = dotLook(drawing.x.length)
  const colors = new Map([...drawing.colors].map(([segment, color]) => [segment, readColor(context, color)]))
  paintPoints(picture, drawing, ratio, shapeDot(look.radius * ratio, look.opacity), colors)
  context.putImageData(image, 0, 0)
}

/** 0xbbggrr of a CSS colour; canvases write opaque colours back as #rrggbb. */
function readColor(context: CanvasRenderingContext2D, color: string): number {
  context.fillStyle = color
  const rgb = Number.parseInt(String(context.fillStyle).slice(1), 16)
  return ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)
}
