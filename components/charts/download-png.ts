import { type CapturedPiece, captureChart } from './capture-chart'
import { layoutPng, type PngLayout } from './png-layout'

export type PngOptions = { title: string; reading: string; fileName: string }

/** Saves a chart as it stands on screen, under its title and reading, in the colours of the current theme. */
export async function downloadPng(area: HTMLElement, options: PngOptions): Promise<void> {
  const blob = await drawPng(area, options)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${options.fileName}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function drawPng(area: HTMLElement, { title, reading }: PngOptions): Promise<Blob> {
  const style = getComputedStyle(area)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const fonts = { title: `600 17px ${style.fontFamily}`, reading: `400 14px ${style.fontFamily}` }
  const capture = captureChart(area)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas')
  const measure = (font: string) => (text: string) => {
    context.font = font
    return context.measureText(text).width
  }
  const layout = layoutPng(capture.width, capture.height - capture.top, {
    title,
    reading,
    measureTitle: measure(fonts.title),
    measureReading: measure(fonts.reading),
  })
  canvas.width = Math.floor(layout.width * layout.scale)
  canvas.height = Math.floor(layout.height * layout.scale)
  context.fillStyle = token('--surface')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(layout.scale, 0, 0, layout.scale, 0, 0)
  for (const line of layout.lines) {
    context.font = fonts[line.look]
    context.fillStyle = token(line.look === 'title' ? '--text' : '--muted')
    context.fillText(line.text, line.x, line.baseline)
  }
  for (const piece of capture.pieces) await drawPiece(context, piece, layout, capture.top)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty'))), 'image/png')
  })
}

async function drawPiece(
  context: CanvasRenderingContext2D,
  piece: CapturedPiece,
  layout: PngLayout,
  top: number,
) {
  const { chart, scale } = layout
  context.setTransform(scale, 0, 0, scale, chart.x * scale, (chart.y - top) * scale)
  if (piece.kind === 'text') {
    const { matrix, font, color, text } = piece.text
    context.transform(...matrix)
    context.font = font
    context.fillStyle = color
    context.fillText(text, 0, 0)
    return
  }
  const { x, y, width, height } = piece.box
  if (piece.kind === 'swatch') {
    context.fillStyle = piece.color
    context.beginPath()
    context.roundRect(x, y, width, height, Math.min(width, height) / 2)
    context.fill()
  } else if (piece.kind === 'canvas') {
    context.drawImage(piece.canvas, x, y, width, height)
  } else {
    const image = new Image()
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(piece.source)}`
    await image.decode()
    context.drawImage(image, x, y, width, height)
  }
}
