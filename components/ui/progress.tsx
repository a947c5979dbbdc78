import { cn } from './cn'

export type ProgressProps = {
  /** Spoken name, for instance 'Import of orders.csv'. */
  label: string
  /** 0 to `max`; null when the end is not known. */
  value: number | null
  max?: number
  /** Spoken instead of the percentage, for instance '12,000 of 60,000 rows'. */
  valueText?: string
  tone?: 'accent' | 'success' | 'danger'
  className?: string
}

const fills = { accent: 'bg-accent', success: 'bg-success', danger: 'bg-danger' }

export function Progress({ label, value, max = 100, valueText, tone = 'accent', className }: ProgressProps) {
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max > 0 ? max : 1}
      aria-valuenow={share === null ? undefined : Math.min(max, Math.max(0, value ?? 0))}
      aria-valuetext={valueText}
      className={cn('h-2 w-full overflow-hidden rounded-full bg-track', className)}
    >
      {share === null ? (
        <div className={cn('progress-indeterminate h-full w-2/5 rounded-full', fills[tone])} />
      ) : (
        <div
          className={cn(
            'h-full rounded-full transition-[width] duration-300 motion-reduce:transition-none',
            fills[tone],
          )}
          style={{ width: `${share * 100}%` }}
        />
      )}
    </div>
  )
}
