import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type StatProps = {
  label: ReactNode
  /** Already formatted. */
  value: ReactNode
  hint?: ReactNode
  delta?: { text: string; direction: 'up' | 'down' | 'flat'; good?: boolean }
  className?: string
}

const arrows = { up: ArrowUpRight, down: ArrowDownRight, flat: Minus }

/** A key figure. Several go in a `StatGrid`. */
export function Stat({ label, value, hint, delta, className }: StatProps) {
  const Arrow = delta ? arrows[delta.direction] : null
  return (
    <div className={cn('min-w-0 rounded-xl border border-border bg-surface px-4 py-3.5', className)}>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-1 text-2xl leading-8 font-semibold tracking-tight break-words tabular-nums">
        {value}
      </dd>
      {delta && Arrow ? (
        <dd
          className={cn(
            'mt-1 inline-flex items-center gap-1 text-sm',
            delta.good === undefined ? 'text-muted' : delta.good ? 'text-success' : 'text-danger',
          )}
        >
          <Arrow aria-hidden className="size-4" />
          {delta.text}
        </dd>
      ) : null}
      {hint ? <dd className="mt-1 text-sm text-muted">{hint}</dd> : null}
    </div>
  )
}

export function StatGrid({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cn('grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4', className)}>{children}</dl>
}
