'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'
import { inputClasses } from './input-classes'

export type InputProps = ComponentProps<'input'>

export function Input({ className, type = 'text', ...props }: InputProps) {
  const control = useFieldControl(props)
  return <input type={type} className={cn(inputClasses, 'h-9', className)} {...control} />
}
