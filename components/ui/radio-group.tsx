'use client'

import { RadioGroup as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export type RadioOption = {
  value: string
  label: ReactNode
  description?: ReactNode
  disabled?: boolean
}

export type RadioGroupProps = {
  /** Name of the group, spoken and (unless `hideLabel`) shown. */
  label: string
  hideLabel?: boolean
  options: RadioOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  name?: string
  disabled?: boolean
  /** 'cards' frames each option. */
  look?: 'list' | 'cards'
  className?: string
}

export function RadioGroup({
  label,
  hideLabel = false,
  options,
  look = 'list',
  className,
  ...props
}: RadioGroupProps) {
  const id = useId()
  return (
    <div className={cn('flex flex-col gap-2', className)}>
      <span id={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </span>
      <Radix.Root
        aria-labelledby={id}
        className={look === 'cards' ? 'grid gap-2 sm:grid-cols-2' : 'grid gap-2'}
        {...props}
      >
        {options.map((option) => (
          <RadioRow key={option.value} id={`${id}-${option.value}`} option={option} look={look} />
        ))}
      </Radix.Root>
    </div>
  )
}

function RadioRow({ id, option, look }: { id: string; option: RadioOption; look: 'list' | 'cards' }) {
  return (
    <div
      className={cn(
        'flex items-start gap-2.5',
        look === 'cards' &&
          'relative rounded-lg border border-border bg-surface p-3 has-[[data-state=checked]]:border-accent has-[[data-state=checked]]:bg-accent-soft',
      )}
    >
      <Radix.Item
        id={id}
        value={option.value}
        disabled={option.disabled}
        aria-describedby={option.description ? `${id}-description` : undefined}
        className="mt-0.5 inline-flex size-4.5 shrink-0 items-center justify-center rounded-full border border-border-strong bg-surface disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Indicator className="size-2 rounded-full bg-on-accent" />
      </Radix.Item>
      <span className="min-w-0 text-sm">
        <label
          htmlFor={id}
          className={cn('cursor-pointer', look === 'cards' && 'after:absolute after:inset-0')}
        >
          {option.label}
        </label>
        {option.description ? (
          <span id={`${id}-description`} className="block text-muted">
            {option.description}
          </span>
        ) : null}
      </span>
    </div>
  )
}
