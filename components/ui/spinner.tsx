import { LoaderCircle } from 'lucide-react'
import { cn } from './cn'

export type SpinnerProps = {
  className?: string
  /** Spoken text; without it the spinner is decoration. */
  label?: string
}

export function Spinner({ className, label }: SpinnerProps) {
  return (
    <>
      <LoaderCircle aria-hidden className={cn('size-4 animate-spin motion-reduce:animate-none', className)} />
      {label ? <span className="sr-only">{label}</span> : null}
    </>
  )
}
