'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { cn } from '@/components/ui/cn'

export type FeatureGroupProps = {
  title: string
  count: number
  selected: number
  /** a search shows what it found, whatever was closed by hand */
  searching: boolean
  children: ReactNode
}

/** Figures of one kind; those with chosen figures start open. */
export function FeatureGroup({ title, count, selected, searching, children }: FeatureGroupProps) {
  const t = useTranslations('segmentForm.features')
  const id = useId()
  const [opened, setOpened] = useState(selected > 0)
  const open = opened || searching
  return (
    <div className="border-t border-border">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          disabled={searching}
          onClick={() => setOpened(!opened)}
          className="flex min-h-11 w-full flex-wrap items-center gap-x-2 py-2 text-left text-sm"
        >
          <ChevronRight
            aria-hidden
            className={cn(
              'size-4 shrink-0 text-muted transition-transform motion-reduce:transition-none',
              open && 'rotate-90',
            )}
          />
          <span className="min-w-0 font-semibold">{title}</span>
          <span className="text-muted tabular-nums">{t('groupCount', { selected, count })}</span>
        </button>
      </h3>
      <ul id={id} hidden={!open} className="divide-y divide-border pb-3 sm:pl-6">
        {open ? children : null}
      </ul>
    </div>
  )
}
