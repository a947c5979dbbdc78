import { writeSvgSource } from './svg-source'

/** Marks HTML text and colour swatches that belong to the picture of a chart. */
export const captured = { text: { 'data-chart-text': '' }, swatch: { 'data-chart-swatch': '' } } as const

/** Sent to every canvas of a chart before it is read: draw as fine as a PNG wants it. */
export const captureEvent = 'chart-capture'

type Box = { x: number; y: number; width: number; height: number }
export type CapturedText = {
  text: string
  /** Where the baseline starts, and the text's own axes, in CSS pixels of the chart. */
  matrix: [number, number, number, number, number, number]
  font: string
  color: string
}
export type CapturedPiece =
  | { kind: 'svg'; box: Box; source: string }
  | { kind: 'canvas'; box: Box; canvas: HTMLCanvasElement }
  | { kind: 'swatch'; box: Box; color: string }
  | { kind: 'text'; text: CapturedText }

export type Capture = {
  /** Where the picture begins: controls above it are left out. */
  top: number
  width: number
  height: number
  pieces: CapturedPiece[]
}

/** Above a baseline, in pixels. */
const lineHeight = 14

/** Reads what a chart shows, with places relative to `area`; parts scrolled out of sight are included. */
export function captureChart(area: HTMLElement): Capture {
  const scrolled = [...area.querySelectorAll<HTMLElement>('[data-chart-scroll]')].map((element) => ({
    element,
    left: element.scrollLeft,
  }))
  for (const { element } of scrolled) element.scrollLeft = 0
  for (const canvas of area.querySelectorAll('canvas')) canvas.dispatchEvent(new Event(captureEvent))
  const origin = area.getBoundingClientRect()
  const pieces = [...readDrawings(area, origin), ...readSwatches(area, origin), ...readTexts(area, origin)]
  for (const { element, left } of scrolled) element.scrollLeft = left
  const boxes = pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [piece.box]))
  const tops = pieces.map((piece) =>
    piece.kind === 'text' ? piece.text.matrix[5] - lineHeight : piece.box.y,
  )
  return {
    top: Math.max(0, Math.min(...tops)),
    width: Math.max(origin.width, ...boxes.map((box) => box.x + box.width)),
    height: Math.max(area.scrollHeight, ...boxes.map((box) => box.y + box.height)),
    pieces,
  }
}

function readDrawings(area: HTMLElement, origin: DOMRect): CapturedPiece[] {
  const drawings = area.querySelectorAll<SVGSVGElement | HTMLCanvasElement>(
    'svg[data-chart-drawing], svg.recharts-surface, canvas[data-chart-drawing]',
  )
  return [...drawings].flatMap((drawing): CapturedPiece[] => {
    const box = boxOf(drawing, origin)
    if (box.width === 0 || box.height === 0) return []
    if (drawing instanceof HTMLCanvasElement) return [{ kind: 'canvas', box, canvas: drawing }]
    const texts = [...drawing.querySelectorAll<SVGTextContentElement>('text, tspan')]
    return [
      { kind: 'svg', box, source: writeSvgSource(drawing, box.width, box.height) },
      ...texts.flatMap((text) => readSvgText(text, origin)),
    ]
  })
}

function readSvgText(element: SVGTextContentElement, origin: DOMRect): CapturedPiece[] {
  const text = element.children.length === 0 ? (element.textContent ?? '').trim() : ''
  const toScreen = element.getScreenCTM()
  if (!text || !toScreen || element.getNumberOfChars() === 0) return []
  const start = element.getStartPositionOfChar(0).matrixTransform(toScreen)
  const style = getComputedStyle(element)
  if (style.visibility === 'hidden' || style.display === 'none') return []
  const matrix: CapturedText['matrix'] = [
    toScreen.a,
    toScreen.b,
    toScreen.c,
    toScreen.d,
    start.x - origin.x,
    start.y - origin.y,
  ]
  return [{ kind: 'text', text: { text, matrix, font: fontOf(style), color: style.fill } }]
}

function readSwatches(area: HTMLElement, origin: DOMRect): CapturedPiece[] {
  return [...area.querySelectorAll<HTMLElement>('[data-chart-swatch]')].flatMap(
    (element): CapturedPiece[] => {
      const box = boxOf(element, origin)
      const color = getComputedStyle(element).backgroundColor
      return box.width === 0 ? [] : [{ kind: 'swatch', box, color }]
    },
  )
}

function readTexts(area: HTMLElement, origin: DOMRect): CapturedPiece[] {
  return [...area.querySelectorAll<HTMLElement>('[data-chart-text]')].flatMap((element): CapturedPiece[] => {
    const style = getComputedStyle(element)
    return readLines(element).map(({ text, rect }) => {
      // a line box of one font: its baseline is about a fifth of the font size above the bottom of the glyphs' box
      const baseline = rect.bottom - origin.y - 0.22 * Number.parseFloat(style.fontSize)
      const matrix: CapturedText['matrix'] = [1, 0, 0, 1, rect.left - origin.x, baseline]
      return { kind: 'text', text: { text, matrix, font: fontOf(style), color: style.color } }
    })
  })
}

/** The lines of text an element shows, as the browser broke them. */
function readLines(element: HTMLElement): { text: string; rect: DOMRect }[] {
  const lines: { text: string; rect: DOMRect }[] = []
  const clip = element.getBoundingClientRect()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const characters = [...(node.textContent ?? '')]
    let offset = 0
    for (const character of characters) {
      range.setStart(node, offset)
      offset += character.length
      range.setEnd(node, offset)
      const rect = range.getClientRects()[0]
      const line = lines.at(-1)
      if (rect && rect.top >= clip.bottom - 2 && line) {
        line.text = line.text.replace(/[\s…]*$/, '…')
        continue
      }
      if (!rect) continue
      if (line && Math.abs(line.rect.top - rect.top) < 2 && rect.left >= line.rect.left)
        line.text += character
      else lines.push({ text: character, rect })
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text)
}

function boxOf(element: Element, origin: DOMRect): Box {
  const rect = element.getBoundingClientRect()
  return { x: rect.x - origin.x, y: rect.y - origin.y, width: rect.width, height: rect.height }
}

function fontOf(style: CSSStyleDeclaration): string {
  return `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
}
