import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type AlertProps = {
  tone?: 'info' | 'success' | 'warning' | 'danger'
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

const looks = {
  info: { icon: Info, box: 'border-info/35 bg-info-soft', iconColor: 'text-info' },
  success: { icon: CircleCheck, box: 'border-success/35 bg-success-soft', iconColor: 'text-success' },
  warning: { icon: TriangleAlert, box: 'border-warning/35 bg-warning-soft', iconColor: 'text-warning' },
  danger: { icon: CircleAlert, box: 'border-danger/35 bg-danger-soft', iconColor: 'text-danger' },
}

export function Alert({ tone = 'info', title, children, actions, className }: AlertProps) {
  const look = looks[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : tone === 'info' ? 'note' : 'status'}
      className={cn('flex gap-3 rounded-lg border px-4 py-3 text-sm text-text', look.box, className)}
    >
      <look.icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', look.iconColor)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className={cn(title && 'mt-0.5')}>{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  )
}
