import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { Link } from './link'

export type PageHeaderProps = {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** From the top down to the parent; the page itself is the title. */
  breadcrumb?: { label: string; href: string }[]
  className?: string
}

export function PageHeader({ title, description, actions, breadcrumb, className }: PageHeaderProps) {
  const t = useTranslations('ui')
  return (
    <header className={cn('mb-6 flex flex-col gap-2', className)}>
      {breadcrumb && breadcrumb.length > 0 ? (
        <nav aria-label={t('breadcrumb')}>
          <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
            {breadcrumb.map((crumb) => (
              <li key={crumb.href} className="inline-flex items-center gap-1">
                <Link href={crumb.href} className="rounded-sm hover:text-text hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5" />
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl leading-8 font-semibold tracking-tight break-words">{title}</h1>
          {description ? <div className="mt-1 max-w-2xl text-sm text-muted">{description}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  )
}
