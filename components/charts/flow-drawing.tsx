'use client'

import { drawRibbon, type FlowLayout, type NodeBox } from './layout-flows'
import type { FlowNode, PreparedFlows, Ribbon } from './prepare-flows'
import { seriesColor } from './series-color'
import type { useRovingGrid } from './use-roving-grid'
import { estimateWidth, wrapText } from './wrap-text'

type FlowDrawingProps = {
  label: string
  /** Pixels. */
  width: number
  prepared: PreparedFlows
  layout: FlowLayout
  grid: ReturnType<typeof useRovingGrid>
  /** What stands under a node's name: the first of these that fits, else the last. */
  write: (value: number) => string[]
  speak: (ribbon: Ribbon) => string
}

const fontSize = 12
const lineHeight = 15
const barWidth = 10
const labelGap = 8

const fillOf = (color: number | null | undefined) =>
  color === null || color === undefined ? 'var(--muted)' : seriesColor(color)

const widthOf = (text: string) => estimateWidth(text, fontSize)

/** A word that is too wide for its line loses its end. */
function shorten(line: string, width: number): string {
  if (widthOf(line) <= width) return line
  const kept = [...line]
  while (kept.length > 1 && widthOf(`${kept.join('')}…`) > width) kept.pop()
  return `${kept.join('')}…`
}

/** The bars, their names outside, the ribbons between. */
export function FlowDrawing({ label, width, prepared, layout, grid, write, speak }: FlowDrawingProps) {
  const { left, right, ribbons } = prepared
  const labelWidth = Math.min(200, Math.max(96, width * 0.26))
  const leftBar = labelWidth
  const rightBar = width - labelWidth - barWidth
  return (
    <div {...grid.gridProps(label)}>
      <svg
        data-chart-drawing=""
        role="presentation"
        width={width}
        height={layout.height}
        className="block overflow-visible"
      >
        {ribbons.map((ribbon, index) => {
          const box = layout.ribbons[index]
          const active = grid.active?.row === index
          return box ? (
            <g key={`${ribbon.from} ${ribbon.to}`} {...grid.rowProps}>
              <g {...grid.cellProps(index, 0)} aria-label={speak(ribbon)} className="outline-none">
                <path
                  d={drawRibbon(box, leftBar + barWidth, rightBar)}
                  strokeWidth={2}
                  style={{
                    fill: fillOf(left[ribbon.from]?.color),
                    fillOpacity: active ? 0.65 : 0.35,
                    stroke: active ? 'var(--focus)' : 'none',
                  }}
                />
              </g>
            </g>
          ) : null
        })}
        <g aria-hidden>
          <Bars
            nodes={left}
            boxes={layout.left}
            x={leftBar}
            text={{ x: leftBar - labelGap, anchor: 'end', width: labelWidth - labelGap }}
            write={write}
          />
          <Bars
            nodes={right}
            boxes={layout.right}
            x={rightBar}
            text={{ x: rightBar + barWidth + labelGap, anchor: 'start', width: labelWidth - labelGap }}
            write={write}
          />
        </g>
      </svg>
    </div>
  )
}

type BarsProps = {
  nodes: readonly FlowNode[]
  boxes: readonly NodeBox[]
  x: number
  text: { x: number; anchor: 'start' | 'end'; width: number }
  write: FlowDrawingProps['write']
}

function Bars({ nodes, boxes, x, text, write }: BarsProps) {
  return nodes.map((node, index) => {
    const box = boxes[index]
    if (!box) return null
    const lines = wrapText(node.label, text.width, widthOf, 2).map((line) => shorten(line, text.width))
    const written = write(node.whole)
    const first = box.top + box.height / 2 - (lines.length * lineHeight) / 2
    const name = lines.map((line, row) => ({ line, y: first + row * lineHeight }))
    return (
      <g key={node.id}>
        <rect
          x={x}
          y={box.top}
          width={barWidth}
          height={box.height}
          rx={2}
          style={{ fill: fillOf(node.color) }}
        />
        {name.map(({ line, y }) => (
          <text
            key={y}
            x={text.x}
            y={y}
            dy="0.35em"
            textAnchor={text.anchor}
            className="fill-text text-xs font-medium"
          >
            {line}
          </text>
        ))}
        <text
          x={text.x}
          y={first + lines.length * lineHeight}
          dy="0.35em"
          textAnchor={text.anchor}
          className="fill-muted text-xs"
        >
          {written.find((one) => widthOf(one) <= text.width) ?? written.at(-1)}
        </text>
      </g>
    )
  })
}
