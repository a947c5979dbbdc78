import { seriesColor } from '@/components/charts/series-color'
import { estimateWidth, wrapText } from '@/components/charts/wrap-text'
import { cn } from '@/components/ui/cn'

type RfmPlaneCellProps = {
  row: number
  column: number
  columns: number
  /** in pixels; 0 before the drawing is laid out */
  width: number
  height: number
  color: number
  name: string
  lines: readonly string[]
  /** in place of the first line where that is too wide */
  shortLine: string
}

const fontSize = 11
const lineHeight = 15
const padding = 10

/** A tinted cell: the segment in its colour and by name, then figures. */
export function RfmPlaneCell({
  row,
  column,
  columns,
  width,
  height,
  color,
  name,
  lines,
  shortLine,
}: RfmPlaneCellProps) {
  const measure = (text: string) => estimateWidth(text, fontSize)
  const room = Math.max(40, width - padding)
  const title = wrapText(name, room, measure, 2)
  const fitting = lines.map((line, i) => (i === 0 && measure(line) > room ? shortLine : line))
  const shown = fitting.filter((line) => measure(line) <= room)
  const texts = [
    ...title.map((text) => ({ text, look: 'font-semibold' })),
    ...shown.map((text) => ({ text, look: 'tabular-nums' })),
  ]
  const part = 100 / columns
  const center = `${(column + 0.5) * part}%`
  const top = row * height
  const first = top + (height - (texts.length - 1) * lineHeight) / 2
  return (
    <>
      <rect
        x={`${column * part}%`}
        y={top}
        width={`${part}%`}
        height={height}
        strokeWidth={2}
        style={{
          fill: `color-mix(in oklab, ${seriesColor(color)} 24%, var(--surface))`,
          stroke: 'var(--surface)',
        }}
      />
      <rect
        x={`${column * part}%`}
        y={top + 1}
        width={5}
        height={height - 2}
        style={{ fill: seriesColor(color) }}
      />
      {texts.map(({ text, look }, i) => (
        <text
          key={`${look} ${text}`}
          x={center}
          y={first + i * lineHeight}
          dy="0.35em"
          textAnchor="middle"
          fontSize={fontSize}
          className={cn('pointer-events-none fill-text', look)}
        >
          {text}
        </text>
      ))}
    </>
  )
}
