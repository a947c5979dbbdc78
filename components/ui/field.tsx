'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'
import { FieldContext } from './field-context'
import { Label } from './label'

export type FieldProps = {
  label: ReactNode
  /** One Input, Textarea or Select: it takes its id and aria attributes from here. */
  children: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  /** Marks the label with '(optional)'. */
  optional?: boolean
  className?: string
}

export function Field({
  label,
  children,
  hint,
  error,
  required = false,
  optional = false,
  className,
}: FieldProps) {
  const t = useTranslations('ui')
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
        <Label htmlFor={id}>
          {label}
          {optional ? <span className="ml-1 font-normal text-muted">{t('optional')}</span> : null}
        </Label>
        {children}
        {error ? (
          <p id={errorId} role="alert" className="text-sm text-danger">
            {error}
          </p>
        ) : null}
        {hint ? (
          <p id={hintId} className="text-sm text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  )
}
