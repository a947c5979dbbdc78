'use client'

import { cn } from '@/components/ui/cn'
import { captured } from './capture-chart'

export type LegendItem = { key: number; label: string; color: string; shown?: boolean }

type ChartLegendProps = {
  /** Spoken name of the group. */
  label: string
  items: readonly LegendItem[]
  /** With it, items are buttons that show and hide their series. */
  onToggle?: (key: number) => void
  className?: string
}

export function ChartLegend({ label, items, onToggle, className }: ChartLegendProps) {
  return (
    <ul aria-label={label} className={cn('flex flex-wrap gap-x-1 gap-y-1 text-xs', className)}>
      {items.map((item) => (
        <li key={item.key} className="max-w-full">
          {onToggle ? (
            <button
              type="button"
              aria-pressed={item.shown !== false}
              onClick={() => onToggle(item.key)}
              className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-md px-1.5 text-left text-text hover:bg-subtle aria-pressed:no-underline [&[aria-pressed=false]]:text-muted [&[aria-pressed=false]]:line-through"
            >
              <LegendFace item={item} />
            </button>
          ) : (
            <span className="inline-flex min-h-7 max-w-full items-center gap-1.5 px-1.5">
              <LegendFace item={item} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A hidden series keeps an empty ring and stays out of the picture. */
function LegendFace({ item }: { item: LegendItem }) {
  const shown = item.shown !== false
  return (
    <>
      <span
        aria-hidden
        {...(shown ? captured.swatch : {})}
        className="size-2.5 shrink-0 rounded-full border"
        style={{ borderColor: item.color, backgroundColor: shown ? item.color : 'transparent' }}
      />
      <span {...(shown ? captured.text : {})} className="min-w-0 break-words">
        {item.label}
      </span>
    </>
  )
}
