'use client'

import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClasses } from './button-classes'
import { cn } from './cn'
import { Spinner } from './spinner'

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Renders the only child with the button's look. */
  asChild?: boolean
  /** Shows a spinner and ignores clicks; the button keeps its focus and its width. */
  loading?: boolean
}

export function Button({
  variant = 'secondary',
  size = 'md',
  asChild = false,
  loading = false,
  className,
  type = 'button',
  onClick,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonClasses(variant, size), className)
  if (asChild) {
    return (
      <Slot.Root className={classes} onClick={onClick} {...props}>
        {children}
      </Slot.Root>
    )
  }
  return (
    <button
      type={type}
      className={cn(classes, loading && 'relative')}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {loading ? <Spinner className="absolute" /> : null}
      <span className={cn('contents', loading && 'invisible inline-flex items-center gap-2')}>
        {children}
      </span>
    </button>
  )
}
