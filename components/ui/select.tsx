'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'
import { inputClasses } from './input-classes'

export type SelectProps = Omit<ComponentProps<'select'>, 'size'> & {
  size?: 'sm' | 'md'
  /** Class of the wrapper, for its width. */
  wrapperClassName?: string
}

/** A native select: `<option>`s as children. */
export function Select({ className, wrapperClassName, size = 'md', children, ...props }: SelectProps) {
  const control = useFieldControl(props)
  return (
    <span className={cn('relative inline-flex w-full', wrapperClassName)}>
      <select
        className={cn(
          inputClasses,
          'appearance-none pr-9 text-ellipsis',
          size === 'sm' ? 'h-8' : 'h-9',
          className,
        )}
        {...control}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  )
}
