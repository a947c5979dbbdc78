'use client'

import { useRef } from 'react'
import { captured } from './capture-chart'
import type { PreparedGraph } from './prepare-graph'
import { seriesColor } from './series-color'
import { useElementSize } from './use-element-size'

export type NeighbourGraphProps = {
  /** Spoken name of the chart. */
  label: string
  /** What stands in the middle. */
  centre: string
  prepared: PreparedGraph
}

const size = 12
const tallest = 360

/** What lies around one thing: numbers in the drawing, names beside it. */
export function NeighbourGraph({ label, centre, prepared: { nodes, links } }: NeighbourGraphProps) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(box)
  const side = Math.min(width, tallest)
  const reach = side / 2 - size - 2
  return (
    <div className="grid items-center gap-x-8 gap-y-4 md:grid-cols-2">
      <div ref={box} className="flex min-w-0 justify-center" style={{ height: side || tallest }}>
        {side > 0 ? (
          <svg
            data-chart-drawing=""
            role="img"
            aria-label={label}
            width={side}
            height={side}
            viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`}
            className="block"
          >
            {links.map(({ x1, y1, x2, y2, strength }) => (
              <line
                key={`${x1} ${y1} ${x2} ${y2}`}
                {...{ x1: x1 * reach, y1: y1 * reach, x2: x2 * reach, y2: y2 * reach }}
                strokeWidth={0.5 + 2 * strength}
                style={{ stroke: 'var(--muted)', strokeOpacity: 0.15 + 0.35 * strength }}
              />
            ))}
            {nodes.map(({ id, x, y, color }) => (
              <line
                key={id}
                {...{ x1: 0, y1: 0, x2: x * reach, y2: y * reach }}
                strokeWidth={2}
                style={{ stroke: seriesColor(color), strokeOpacity: 0.5 }}
              />
            ))}
            <circle r={size - 2} style={{ fill: 'var(--text)' }} />
            {nodes.map(({ id, number, x, y, color }) => (
              <g key={id} transform={`translate(${x * reach} ${y * reach})`}>
                <circle
                  r={size}
                  strokeWidth={2}
                  style={{ fill: 'var(--surface)', stroke: seriesColor(color) }}
                />
                <text textAnchor="middle" dy="0.35em" className="fill-text text-xs font-medium">
                  {number}
                </text>
              </g>
            ))}
          </svg>
        ) : null}
      </div>
      <div className="min-w-0 text-sm">
        <p className="mb-2 flex items-baseline gap-2 font-medium">
          <span
            {...captured.swatch}
            aria-hidden
            className="size-2.5 shrink-0 rounded-full"
            style={{ backgroundColor: 'var(--text)' }}
          />
          <span {...captured.text}>{centre}</span>
        </p>
        <ol className="flex flex-col gap-1">
          {nodes.map(({ id, number, label: name, color }) => (
            <li key={id} className="flex items-baseline gap-2">
              <span
                {...captured.swatch}
                aria-hidden
                className="size-2.5 shrink-0 rounded-full"
                style={{ backgroundColor: seriesColor(color) }}
              />
              <span {...captured.text} className="min-w-0 break-words">
                {number}. {name}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
