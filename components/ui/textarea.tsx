'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'
import { inputClasses } from './input-classes'

export type TextareaProps = ComponentProps<'textarea'>

export function Textarea({ className, rows = 4, ...props }: TextareaProps) {
  const control = useFieldControl(props)
  return <textarea rows={rows} className={cn(inputClasses, 'py-2 leading-6', className)} {...control} />
}
