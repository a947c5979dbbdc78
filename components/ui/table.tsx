import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

/** Scrolls sideways on small screens; focusable, so that the keyboard can scroll it. */
export function TableScroll({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={cn('relative w-full overflow-auto rounded-xl border border-border bg-surface', className)}
    >
      {children}
    </section>
  )
}

export function Table({ className, ...props }: ComponentProps<'table'>) {
  return <table className={cn('w-full border-collapse text-sm', className)} {...props} />
}

export function TableCaption({ className, ...props }: ComponentProps<'caption'>) {
  return <caption className={cn('sr-only', className)} {...props} />
}

export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('bg-subtle', className)} {...props} />
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={cn('[&_tr:last-child]:border-0', className)} {...props} />
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b border-border', className)} {...props} />
}

export type TableHeaderProps = ComponentProps<'th'> & {
  numeric?: boolean
  /** Current sorting of this column; with `onSort` the header is a button. */
  sort?: 'asc' | 'desc' | null
  onSort?: () => void
}

export function TableHeader({
  className,
  numeric = false,
  sort = null,
  onSort,
  scope = 'col',
  children,
  ...props
}: TableHeaderProps) {
  const Icon = sort === 'asc' ? ArrowUp : sort === 'desc' ? ArrowDown : ChevronsUpDown
  return (
    <th
      scope={scope}
      aria-sort={sort === 'asc' ? 'ascending' : sort === 'desc' ? 'descending' : undefined}
      className={cn(
        'h-10 border-b border-border px-3 text-xs font-medium whitespace-nowrap text-muted first-letter:uppercase first:pl-4 last:pr-4',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...props}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={cn(
            '-mx-1.5 inline-flex h-7 items-center gap-1 rounded-md px-1.5 hover:text-text',
            sort && 'text-text',
            numeric && 'flex-row-reverse',
          )}
        >
          {children}
          <Icon aria-hidden className={cn('size-3.5', !sort && 'opacity-60')} />
        </button>
      ) : (
        children
      )}
    </th>
  )
}

export type TableCellProps = ComponentProps<'td'> & { numeric?: boolean }

export function TableCell({ className, numeric = false, ...props }: TableCellProps) {
  return (
    <td
      className={cn('h-11 px-3 py-2 first:pl-4 last:pr-4', numeric && 'text-right tabular-nums', className)}
      {...props}
    />
  )
}
