'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { captured } from '@/components/charts/capture-chart'
import { FloatingTooltip } from '@/components/charts/floating-tooltip'
import { seriesColor } from '@/components/charts/series-color'
import { useRovingGrid } from '@/components/charts/use-roving-grid'
import type { RfmBounds } from '@/lib/rfm/scores'
import { type GridPlane, writeScores } from './prepare-grid'
import { RfmPlaneCells } from './rfm-plane-cells'
import type { MapSegment } from './use-map-segments'
import { useScoreText } from './use-score-text'

type RfmPlaneProps = {
  plane: GridPlane
  segments: readonly MapSegment[]
  bounds: RfmBounds
  /** With it, cells can be chosen: by their place in the map's cells. */
  onPick?: ((index: number) => void) | undefined
}

const rowHeight = 70
const leastColumn = 84

/** Recency by frequency: the cells of one monetary score, or of a map without. */
export function RfmPlane({ plane, segments, bounds, onPick }: RfmPlaneProps) {
  const t = useTranslations('rfm.grid')
  const formats = useFormats()
  const scoreText = useScoreText(formats, bounds)
  const frame = useRef<HTMLDivElement>(null)
  const { rows } = plane
  const bins = rows.length
  const grid = useRovingGrid(bins, bins)
  const write = {
    share: (share: number) => {
      if (share > 0 && share < 0.001) return `<${formats.percent(0.001, 1)}`
      return formats.percent(share, share > 0 && share < 0.1 ? 1 : 0)
    },
    perCustomer: (revenue: number, customers: number) =>
      customers > 0 ? formats.moneyCompact(revenue / customers) : '–',
  }
  const active = grid.active ? rows[grid.active.row]?.[grid.active.column] : undefined
  const spot = grid.active && frame.current ? topOf(grid.active.element, frame.current) : null
  const score = plane.m === null ? null : `M${plane.m}`
  return (
    <figure className="min-w-0">
      {plane.m === null ? null : (
        <figcaption {...captured.text} className="mb-1 text-sm font-semibold">
          {t('plane', {
            score: score ?? '',
            range: scoreText('monetary', plane.m),
            customers: plane.customers,
          })}
        </figcaption>
      )}
      <div ref={frame} className="relative">
        <div data-chart-scroll="" className="overflow-x-auto scroll-pl-28">
          <div
            className="grid grid-cols-[6.75rem_1fr]"
            style={{ minWidth: `calc(6.75rem + ${bins * leastColumn}px)` }}
          >
            <div className="sticky left-0 z-10 bg-surface" />
            <ul className="grid" style={{ gridTemplateColumns: `repeat(${bins}, 1fr)` }}>
              {rows[0]?.map(({ f }) => (
                <li key={f} className="flex flex-col items-center justify-end px-1 pb-2 text-center text-xs">
                  <ScoreLabel score={`F${f}`} text={scoreText('frequency', f)} />
                </li>
              ))}
            </ul>
            <ul className="sticky left-0 z-10 bg-surface pr-2 text-xs">
              {rows.map(([cell]) => (
                <li key={cell?.r} className="flex flex-col justify-center" style={{ height: rowHeight }}>
                  <ScoreLabel score={`R${cell?.r}`} text={scoreText('recency', cell?.r ?? 1)} />
                </li>
              ))}
            </ul>
            <RfmPlaneCells
              label={score ? t('planeLabel', { score }) : t('title')}
              rows={rows}
              rowHeight={rowHeight}
              segments={segments}
              grid={grid}
              write={write}
              onPick={onPick}
            />
          </div>
        </div>
        {spot && active ? (
          <FloatingTooltip
            {...spot}
            title={`${writeScores(active)} · ${segments[active.segment]?.name ?? ''}`}
            color={seriesColor(segments[active.segment]?.color ?? 0)}
            lines={[
              { label: t('recency'), value: scoreText('recency', active.r) },
              { label: t('frequency'), value: scoreText('frequency', active.f) },
              ...(active.m === null
                ? []
                : [{ label: t('monetary'), value: scoreText('monetary', active.m) }]),
              {
                label: t('customers'),
                value: `${formats.integer(active.customers)} · ${write.share(active.share)}`,
              },
              { label: t('revenue'), value: formats.money(active.revenue) },
              {
                label: t('perCustomer'),
                value: active.customers > 0 ? formats.money(active.revenue / active.customers) : '–',
              },
            ]}
          />
        ) : null}
      </div>
    </figure>
  )
}

function ScoreLabel({ score, text }: { score: string; text: string }) {
  return (
    <>
      <span {...captured.text} className="font-semibold">
        {score}
      </span>
      <span {...captured.text} title={text} className="line-clamp-2 leading-4 break-words text-muted">
        {text}
      </span>
    </>
  )
}

function topOf(element: Element, frame: HTMLElement): { x: number; y: number } {
  const cell = element.getBoundingClientRect()
  const origin = frame.getBoundingClientRect()
  return { x: cell.x + cell.width / 2 - origin.x, y: cell.y - origin.y }
}
