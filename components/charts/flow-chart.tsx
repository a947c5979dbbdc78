'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import { captured } from './capture-chart'
import { FloatingTooltip } from './floating-tooltip'
import { FlowDrawing } from './flow-drawing'
import { layoutFlows } from './layout-flows'
import { type FlowEnd, type FlowRow, prepareFlows, type Ribbon } from './prepare-flows'
import { seriesColor } from './series-color'
import { useElementSize } from './use-element-size'
import { useRovingGrid } from './use-roving-grid'

export type FlowChartProps = {
  /** Spoken name of the chart. */
  label: string
  /** What stands on the left and on the right. */
  titles: { from: string; to: string }
  from: readonly FlowEnd[]
  to: readonly FlowEnd[]
  flows: readonly FlowRow[]
  /** A value, and its share (0 to 1) of the whole. */
  format: (value: number) => string
  formatShare: (share: number) => string
  /** More lines of a flow's tooltip. */
  details?: (flow: FlowRow) => readonly { label: string; value: string }[]
}

/** Flows of less than 1 % of the whole are merged. */
const least = 0.01

/** Who goes from where to where: two columns of bars, joined by ribbons as wide as their customers. */
export function FlowChart(props: FlowChartProps) {
  const { label, titles, from, to, flows, format, formatShare, details } = props
  const t = useTranslations('compare.flowChart')
  const frame = useRef<HTMLDivElement>(null)
  const { width } = useElementSize(frame)
  const prepared = useMemo(
    () => prepareFlows(from, to, flows, { least, mergedLabel: t('merged') }),
    [from, to, flows, t],
  )
  const layout = useMemo(() => layoutFlows(prepared), [prepared])
  const grid = useRovingGrid(prepared.ribbons.length, 1)
  const nameOf = (ribbon: Ribbon) =>
    t('fromTo', {
      from: prepared.left[ribbon.from]?.label ?? '',
      to: prepared.right[ribbon.to]?.label ?? '',
    })
  const linesOf = (ribbon: Ribbon) => {
    const source = prepared.left[ribbon.from]
    const only = ribbon.rows.length === 1 ? ribbon.rows[0] : undefined
    return [
      { label: t('customers'), value: format(ribbon.value) },
      { label: t('shareOfSource'), value: formatShare(source ? ribbon.value / source.value : 0) },
      ...(only && details ? details(only) : []),
    ]
  }
  const active = grid.active ? prepared.ribbons[grid.active.row] : undefined
  const activeBox = grid.active ? layout.ribbons[grid.active.row] : undefined
  const color = active ? prepared.left[active.from]?.color : undefined
  return (
    <div>
      <div className="mb-2 flex justify-between gap-6 text-xs font-medium text-muted">
        <p {...captured.text} className="min-w-0 break-words">
          {titles.from}
        </p>
        <p {...captured.text} className="min-w-0 text-right break-words">
          {titles.to}
        </p>
      </div>
      <div ref={frame} className="relative" style={{ height: layout.height }}>
        {width > 0 ? (
          <FlowDrawing
            label={label}
            width={width}
            prepared={prepared}
            layout={layout}
            grid={grid}
            write={(value) => [
              t('count', { count: format(value), share: formatShare(value / prepared.total) }),
              format(value),
            ]}
            speak={(ribbon) =>
              [nameOf(ribbon), ...linesOf(ribbon).map((line) => `${line.label}: ${line.value}`)].join('; ')
            }
          />
        ) : null}
        {active && activeBox ? (
          <FloatingTooltip
            x={width / 2}
            y={(activeBox.leaves + activeBox.arrives) / 2}
            title={nameOf(active)}
            color={color === null || color === undefined ? undefined : seriesColor(color)}
            lines={linesOf(active)}
          />
        ) : null}
      </div>
      {prepared.merged.flows > 0 ? (
        <p {...captured.text} className="mt-3 text-xs text-muted">
          {t('mergedNote', {
            flows: prepared.merged.flows,
            customers: format(prepared.merged.value),
            share: formatShare(prepared.merged.value / prepared.total),
          })}
        </p>
      ) : null}
    </div>
  )
}
