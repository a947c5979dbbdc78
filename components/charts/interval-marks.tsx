'use client'

import { cn } from '@/components/ui/cn'
import type { PreparedIntervals } from './prepare-intervals'
import type { useRovingGrid } from './use-roving-grid'

type IntervalMarksProps = {
  label: string
  prepared: PreparedIntervals
  rowHeight: number
  grid: ReturnType<typeof useRovingGrid>
  color: string
  formatTick: (value: number) => string
}

const axisHeight = 26
const percent = (place: number) => `${(place * 100).toFixed(3)}%`

/** The drawing beside the names: a dot and its interval a row; a row whose interval spans the reference is paler. */
export function IntervalMarks({ label, prepared, rowHeight, grid, color, formatTick }: IntervalMarksProps) {
  const bottom = prepared.rows.length * rowHeight
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
          {prepared.ticks.map(({ value, place }, index) => (
            <g key={value}>
              <line
                x1={percent(place)}
                x2={percent(place)}
                y1={0}
                y2={bottom}
                className="stroke-border"
                strokeDasharray="2 4"
              />
              <text
                x={percent(place)}
                y={bottom + 18}
                textAnchor={place < 0.08 ? 'start' : place > 0.92 ? 'end' : 'middle'}
                className={cn('fill-muted text-xs tabular-nums', index % 2 === 1 && 'hidden @lg:inline')}
              >
                {formatTick(value)}
              </text>
            </g>
          ))}
          <line x1="0%" x2="100%" y1={bottom} y2={bottom} className="stroke-border-strong" />
          <line
            x1={percent(prepared.reference)}
            x2={percent(prepared.reference)}
            y1={0}
            y2={bottom}
            className="stroke-border-strong"
            strokeWidth={1.5}
          />
        </g>
        {prepared.rows.map(({ row, at, from, to, cutFrom, cutTo }, index) => {
          const middle = (index + 0.5) * rowHeight
          const spans = from <= prepared.reference && prepared.reference <= to
          return (
            <g key={row.id} {...grid.rowProps}>
              <g
                {...grid.cellProps(index, 0)}
                aria-label={[row.label, ...row.details.map((line) => `${line.label}: ${line.value}`)].join(
                  '; ',
                )}
                className="outline-none"
              >
                <rect
                  width="100%"
                  y={index * rowHeight + 2}
                  height={rowHeight - 4}
                  rx={4}
                  style={{
                    fill: 'transparent',
                    stroke: grid.active?.row === index ? 'var(--focus)' : 'none',
                    strokeWidth: 2,
                  }}
                />
                <g style={{ opacity: spans ? 0.45 : 1 }}>
                  <line
                    x1={percent(from)}
                    x2={percent(to)}
                    y1={middle}
                    y2={middle}
                    strokeWidth={3}
                    strokeDasharray={cutFrom || cutTo ? '6 3' : undefined}
                    style={{ stroke: color }}
                  />
                  <circle
                    cx={percent(at)}
                    cy={middle}
                    r={6}
                    className="stroke-surface"
                    strokeWidth={2}
                    style={{ fill: color }}
                  />
                </g>
              </g>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
