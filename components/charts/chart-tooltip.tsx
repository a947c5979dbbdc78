import { Swatch } from '@/components/ui/swatch'

export type TooltipLine = { label: string; value: string; color?: string }
export type ChartTooltipProps = {
  title: string
  color?: string
  lines: readonly TooltipLine[]
  hint?: string
}

/** The box with real values that follows the pointer or the focus. */
export function ChartTooltip({ title, color, lines, hint }: ChartTooltipProps) {
  return (
    <div className="w-max max-w-72 rounded-lg border border-border bg-surface px-3 py-2 text-xs leading-5 text-text shadow-overlay">
      <p className="flex items-center gap-1.5 font-semibold">
        {color ? <Swatch color={color} /> : null}
        <span className="min-w-0 break-words">{title}</span>
      </p>
      {lines.map((line) => (
        <p key={line.label} className="flex items-center justify-between gap-4">
          <span className="flex min-w-0 items-center gap-1.5 text-muted">
            {line.color ? <Swatch color={line.color} /> : null}
            <span className="min-w-0 break-words">{line.label}</span>
          </span>
          <span className="shrink-0 font-medium tabular-nums">{line.value}</span>
        </p>
      ))}
      {hint ? <p className="text-muted">{hint}</p> : null}
    </div>
  )
}
