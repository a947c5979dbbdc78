'use client'

import { CircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type HelpTipProps = {
  /** What is explained, for the button's spoken name. */
  term: string
  children: ReactNode
}

/** A question mark that opens an explanation by click, tap or keyboard. */
export function HelpTip({ term, children }: HelpTipProps) {
  const t = useTranslations('ui')
  return (
    <Radix.Root>
      <Radix.Trigger
        aria-label={t('explain', { term })}
        className="inline-flex size-6 items-center justify-center rounded-full align-middle text-muted hover:text-text"
      >
        <CircleQuestionMark aria-hidden className="size-4" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side="top"
          sideOffset={4}
          collisionPadding={12}
          className="z-50 max-w-80 rounded-lg border border-border bg-surface p-3 text-sm text-text shadow-overlay focus:outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
