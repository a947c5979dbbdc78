'use client'

import { Check, Minus } from 'lucide-react'
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react'
import { cn } from './cn'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children' | 'ref'> & {
  /** Without a visible label give `aria-label`. */
  label?: ReactNode
  description?: ReactNode
  indeterminate?: boolean
}

/** A native checkbox (works in plain forms) with the product's look. */
export function Checkbox({
  label,
  description,
  indeterminate = false,
  className,
  id,
  ...props
}: CheckboxProps) {
  const ownId = useId()
  const inputId = id ?? ownId
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <span className={cn('flex items-start gap-2.5', className)}>
      <span className="relative mt-0.5 inline-flex size-4.5 shrink-0">
        <input
          ref={ref}
          id={inputId}
          type="checkbox"
          aria-describedby={description ? `${inputId}-description` : undefined}
          className={
            'peer size-4.5 cursor-pointer appearance-none rounded-[5px] border border-border-strong bg-surface ' +
            'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent ' +
            'disabled:cursor-not-allowed disabled:opacity-50'
          }
          {...props}
        />
        {indeterminate ? (
          <Minus
            aria-hidden
            className="pointer-events-none absolute inset-0.5 size-3.5 stroke-3 text-on-accent"
          />
        ) : (
          <Check
            aria-hidden
            className="pointer-events-none absolute inset-0.5 hidden size-3.5 stroke-3 text-on-accent peer-checked:block"
          />
        )}
      </span>
      {label || description ? (
        <span className="min-w-0 text-sm">
          {label ? (
            <label htmlFor={inputId} className="cursor-pointer text-text">
              {label}
            </label>
          ) : null}
          {description ? (
            <span id={`${inputId}-description`} className="block text-muted">
              {description}
            </span>
          ) : null}
        </span>
      ) : null}
    </span>
  )
}
