'use client'

import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { fullSize } from './axis-look'
import type { BarRow } from './bar-chart'
import { seriesColor } from './series-color'
import { estimateWidth } from './wrap-text'

type BarDrawingProps = {
  label: string
  rows: readonly BarRow[]
  measure: number
  domain: [number, number]
}

const fontSize = 12

/** One measure of a bar chart; row labels stand outside. */
export function BarDrawing({ label, rows, measure, domain }: BarDrawingProps) {
  const data = rows.map((row) => ({ id: row.id, value: row.values[measure] ?? null }))
  const texts = rows.map((row) => row.texts[measure] ?? '')
  const room = 14 + Math.max(0, ...texts.map((text) => estimateWidth(text, fontSize)))
  return (
    <ResponsiveContainer {...fullSize}>
      <BarChart
        data={data}
        layout="vertical"
        margin={{ top: 0, right: room, bottom: 0, left: 0 }}
        barCategoryGap="22%"
        accessibilityLayer={false}
        role="img"
        aria-label={label}
      >
        <XAxis type="number" domain={domain} hide />
        <YAxis type="category" dataKey="id" hide />
        <Bar dataKey="value" isAnimationActive={false} radius={3} minPointSize={2}>
          {rows.map((row) => (
            <Cell key={row.id} fill={seriesColor(row.color)} />
          ))}
          <LabelList dataKey="value" content={(props) => <BarText {...readPlace(props)} texts={texts} />} />
        </Bar>
        <ReferenceLine x={0} stroke="var(--border-strong)" />
      </BarChart>
    </ResponsiveContainer>
  )
}

type Place = { x: number; y: number; width: number; height: number; index: number }

function readPlace(props: {
  x?: number | string
  y?: number | string
  width?: number | string
  height?: number | string
  index?: number
}): Place {
  const { x = 0, y = 0, width = 0, height = 0, index = 0 } = props
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height), index }
}

/** The value right of its bar, for bars below zero right of the zero line. */
function BarText({ x, y, width, height, index, texts }: Place & { texts: readonly string[] }) {
  return (
    <text
      x={Math.max(x, x + width) + 6}
      y={y + height / 2}
      dy="0.35em"
      fontSize={fontSize}
      fill="var(--text)"
      className="tabular-nums"
    >
      {texts[index]}
    </text>
  )
}
