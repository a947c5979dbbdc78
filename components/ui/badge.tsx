import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Swatch } from './swatch'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger'

export type BadgeProps = ComponentProps<'span'> & {
  tone?: Tone
  /** A colour (CSS) shown as a dot before the text, for instance a segment's. */
  dot?: string
}

const tones: Record<Tone, string> = {
  neutral: 'border-border bg-subtle text-text',
  accent: 'border-transparent bg-accent-soft text-accent-strong',
  info: 'border-transparent bg-info-soft text-info',
  success: 'border-transparent bg-success-soft text-success',
  warning: 'border-transparent bg-warning-soft text-warning',
  danger: 'border-transparent bg-danger-soft text-danger',
}

export function Badge({ tone = 'neutral', dot, className, children, ...props }: BadgeProps) {
  return (
    <span
      className={cn(
        'inline-flex max-w-full items-center gap-1.5 rounded-full border px-2 py-0.5 text-xs font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
      {...props}
    >
      {dot ? <Swatch color={dot} /> : null}
      {children}
    </span>
  )
}
