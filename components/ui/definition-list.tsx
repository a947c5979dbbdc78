import type { ReactNode } from 'react'
import { cn } from './cn'

export type DefinitionListProps = {
  items: { term: ReactNode; value: ReactNode; key?: string }[]
  className?: string
}

export function DefinitionList({ items, className }: DefinitionListProps) {
  return (
    <dl className={cn('divide-y divide-border text-sm', className)}>
      {items.map((item, index) => (
        <div key={item.key ?? index} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 font-medium break-words tabular-nums">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
