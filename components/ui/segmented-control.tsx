'use client'

import { RadioGroup as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type SegmentedControlProps<V extends string> = {
  /** Spoken name of the group. */
  label: string
  options: { value: V; label: ReactNode; disabled?: boolean }[]
  value: V
  onValueChange: (value: V) => void
  className?: string
}

/** One choice of two to five short options, shown side by side. */
export function SegmentedControl<V extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedControlProps<V>) {
  return (
    <Radix.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => onValueChange(next as V)}
      className={cn(
        'inline-flex max-w-full overflow-x-auto rounded-lg border border-border bg-subtle p-0.5',
        className,
      )}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className="h-8 grow rounded-md border border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:text-text disabled:opacity-50 data-[state=checked]:border-border data-[state=checked]:bg-surface data-[state=checked]:text-text"
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}
