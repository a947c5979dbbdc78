import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'
import { captured } from './capture-chart'

type RowLabelProps = { label: string; color?: string; href?: string; className?: string }

/** The name left of a row of marks: two lines at most, the rest on hover and in the table. */
export function RowLabel({ label, color, href, className }: RowLabelProps) {
  const text = (
    <span {...captured.text} title={label} className="line-clamp-2 min-w-0 break-words">
      {label}
    </span>
  )
  return (
    <span className={cn('flex min-w-0 items-center gap-2 text-xs leading-4', className)}>
      {color ? (
        <span
          aria-hidden
          {...captured.swatch}
          className="size-2.5 shrink-0 rounded-full"
          style={{ backgroundColor: color }}
        />
      ) : null}
      {href ? (
        <Link href={href} className="min-w-0 rounded-sm underline-offset-4 hover:underline">
          {text}
        </Link>
      ) : (
        text
      )}
    </span>
  )
}
