'use client'

import { cn } from '@/components/ui/cn'
import type { PreparedStrips, Strip } from './prepare-distribution'
import { seriesColor } from './series-color'
import type { useRovingGrid } from './use-roving-grid'

type StripMarksProps = PreparedStrips & {
  label: string
  rowHeight: number
  grid: ReturnType<typeof useRovingGrid>
  format: (value: number) => string
  /** Stands in a row without values. */
  none: string
  speak: (strip: Strip) => string
}

const axisHeight = 26
const boxHeight = 16

/** The drawing beside the names: lines, boxes and median ticks above a common axis. */
export function StripMarks({ label, strips, ticks, rowHeight, grid, format, none, speak }: StripMarksProps) {
  const bottom = strips.length * rowHeight
  return (
    <div {...grid.gridProps(label)}>
      <svg
        data-chart-drawing=""
        role="presentation"
        width="100%"
        height={bottom + axisHeight}
        className="block overflow-visible"
      >
        <g aria-hidden>
          {ticks.map(({ value, place }) => (
            <line
              key={value}
              x1={percent(place)}
              x2={percent(place)}
              y1={0}
              y2={bottom}
              className="stroke-border"
              strokeDasharray="2 4"
            />
          ))}
          <line x1="0%" x2="100%" y1={bottom} y2={bottom} className="stroke-border-strong" />
          {ticks.map(({ value, place }, index) => (
            <text
              key={value}
              x={percent(place)}
              y={bottom + 18}
              textAnchor={place < 0.08 ? 'start' : place > 0.92 ? 'end' : 'middle'}
              className={cn('fill-muted text-xs tabular-nums', index % 2 === 1 && 'hidden @lg:inline')}
            >
              {format(value)}
            </text>
          ))}
        </g>
        {strips.map((strip, index) => {
          const middle = (index + 0.5) * rowHeight
          const color = seriesColor(strip.segment.color)
          const active = grid.active?.row === index
          return (
            <g key={strip.position} {...grid.rowProps}>
              <g {...grid.cellProps(index, 0)} aria-label={speak(strip)} className="outline-none">
                <rect
                  width="100%"
                  y={index * rowHeight + 2}
                  height={rowHeight - 4}
                  rx={4}
                  style={{ fill: 'transparent', stroke: active ? 'var(--focus)' : 'none', strokeWidth: 2 }}
                />
                {strip.places ? (
                  <>
                    <line
                      x1={percent(strip.places.p5)}
                      x2={percent(strip.places.p95)}
                      y1={middle}
                      y2={middle}
                      strokeWidth={2}
                      strokeLinecap="round"
                      style={{ stroke: color }}
                    />
                    <rect
                      x={percent(strip.places.p25)}
                      width={percent(strip.places.p75 - strip.places.p25)}
                      y={middle - boxHeight / 2}
                      height={boxHeight}
                      rx={3}
                      style={{ fill: color }}
                    />
                    <line
                      x1={percent(strip.places.median)}
                      x2={percent(strip.places.median)}
                      y1={middle - boxHeight / 2 - 4}
                      y2={middle + boxHeight / 2 + 4}
                      strokeWidth={5}
                      className="stroke-surface"
                    />
                    <line
                      x1={percent(strip.places.median)}
                      x2={percent(strip.places.median)}
                      y1={middle - boxHeight / 2 - 4}
                      y2={middle + boxHeight / 2 + 4}
                      strokeWidth={2.5}
                      className="stroke-text"
                    />
                  </>
                ) : (
                  <text x="0%" y={middle} dy="0.35em" className="fill-muted text-xs">
                    {none}
                  </text>
                )}
              </g>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

function percent(place: number): string {
  return `${(place * 100).toFixed(3)}%`
}
