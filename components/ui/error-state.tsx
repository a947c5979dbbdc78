'use client'

import { RotateCcw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'

export type ErrorStateProps = {
  title?: ReactNode
  description?: ReactNode
  /** The number under which the error was logged. */
  reference?: string | undefined
  onRetry?: () => void
  retrying?: boolean
  actions?: ReactNode
  className?: string
}

export function ErrorState(props: ErrorStateProps) {
  const t = useTranslations('ui')
  return (
    <div
      role="alert"
      className={cn(
        'flex flex-col items-center justify-center gap-1 rounded-xl border border-border bg-surface px-6 py-12 text-center',
        props.className,
      )}
    >
      <span
        aria-hidden
        className="mb-2 inline-flex size-11 items-center justify-center rounded-full bg-danger-soft text-danger"
      >
        <TriangleAlert className="size-5" />
      </span>
      <p className="text-base font-semibold">{props.title ?? t('error.title')}</p>
      <div className="max-w-md text-sm text-muted">{props.description ?? t('error.description')}</div>
      {props.reference ? (
        <p className="mt-1 text-sm text-muted">
          {t('error.reference')} <code className="font-mono text-text select-all">{props.reference}</code>
        </p>
      ) : null}
      {props.onRetry || props.actions ? (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {props.onRetry ? (
            <Button onClick={props.onRetry} loading={props.retrying ?? false}>
              <RotateCcw aria-hidden />
              {t('error.retry')}
            </Button>
          ) : null}
          {props.actions}
        </div>
      ) : null}
    </div>
  )
}
