'use client'

import { useFormats } from '@/components/app/formats-provider'

export type ShareListProps = {
  title: string
  items: readonly { label: string; share: number }[]
  /** a CSS colour */
  color: string
}

/** Shares as short bars with their figures. */
export function ShareList({ title, items, color }: ShareListProps) {
  const formats = useFormats()
  const largest = Math.max(...items.map(({ share }) => share), 0.01)
  return (
    <div className="min-w-0">
      <h4 className="mb-2 text-sm text-muted">{title}</h4>
      <ul className="flex flex-col gap-2 text-sm">
        {items.map(({ label, share }) => (
          <li key={label}>
            <span className="flex justify-between gap-4">
              <span className="min-w-0 break-words">{label}</span>
              <span className="tabular-nums">{formats.percent(share)}</span>
            </span>
            <span
              aria-hidden
              className="mt-1 block h-1.5 rounded-full print:border"
              style={{ width: `${(share / largest) * 100}%`, backgroundColor: color, borderColor: color }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
