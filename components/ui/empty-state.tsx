import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type EmptyStateProps = {
  /** A lucide icon element; decoration. */
  icon?: ReactNode
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** Level of the title where it is the page's heading. */
  heading?: 'h1' | 'p'
  className?: string
}

export function EmptyState({
  icon,
  title,
  description,
  actions,
  heading: Heading = 'p',
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex flex-col items-center justify-center gap-1 rounded-xl border border-dashed border-border-strong px-6 py-12 text-center',
        className,
      )}
    >
      <span
        aria-hidden
        className="mb-2 inline-flex size-11 items-center justify-center rounded-full bg-subtle text-muted [&_svg]:size-5"
      >
        {icon ?? <Inbox />}
      </span>
      <Heading className="text-base font-semibold">{title}</Heading>
      {description ? <div className="max-w-md text-sm text-muted">{description}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
