import { wrapText } from './wrap-text'

export type PngLine = { text: string; x: number; baseline: number; look: 'title' | 'reading' }
export type PngLayout = {
  width: number
  height: number
  /** Pixels of the file per pixel of the layout. */
  scale: number
  lines: PngLine[]
  chart: { x: number; y: number }
}

export type PngText = {
  title: string
  reading: string
  /** Widths in the fonts of the two looks. */
  measureTitle: (text: string) => number
  measureReading: (text: string) => number
}

const padding = 24
const titleHeight = 26
const readingHeight = 20
const gap = 16
const minimumWidth = 360
/** Sharp on dense screens and in slides. */
export const pngScale = 2
/** Browsers refuse larger canvases (Safari: 16,777,216 pixels in all). */
const maximumPixels = 16_000_000
const maximumSide = 8192

/** Places title, reading and chart below each other on the page of a PNG. */
export function layoutPng(chartWidth: number, chartHeight: number, text: PngText): PngLayout {
  const inner = Math.max(minimumWidth, Math.ceil(chartWidth))
  const lines: PngLine[] = []
  let y = padding
  for (const line of wrapText(text.title, inner, text.measureTitle)) {
    lines.push({ text: line, x: padding, baseline: y + 19, look: 'title' })
    y += titleHeight
  }
  for (const line of wrapText(text.reading, inner, text.measureReading)) {
    lines.push({ text: line, x: padding, baseline: y + 15, look: 'reading' })
    y += readingHeight
  }
  const chart = { x: padding, y: y + gap }
  const width = inner + 2 * padding
  const height = Math.ceil(chart.y + chartHeight + padding)
  const scale = Math.min(
    pngScale,
    Math.sqrt(maximumPixels / (width * height)),
    maximumSide / Math.max(width, height),
  )
  return { width, height, scale, lines, chart }
}
