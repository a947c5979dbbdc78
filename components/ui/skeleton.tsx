import { cn } from './cn'

/** A placeholder: give it the size of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('skeleton rounded-lg bg-track', className)} />
}
