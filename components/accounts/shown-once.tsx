'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyButton } from '@/components/app/copy-button'
import { Button } from '@/components/ui/button'
import { DialogClose, DialogContent } from '@/components/ui/dialog'

type ShownOnceProps = {
  title: string
  description: string
  /** what the closing button says, in place of Done */
  done?: string
  /** what is copied, and shown where there are no children */
  text: string
  children?: ReactNode
}

/** The inside of a dialog that shows a secret, this once. */
export function ShownOnce({ title, description, done, text, children }: ShownOnceProps) {
  const t = useTranslations('accounts.once')
  return (
    <DialogContent
      title={title}
      description={description}
      footer={
        <>
          <CopyButton text={text} copied={t('copied')} failed={t('copyFailed')}>
            {t('copy')}
          </CopyButton>
          <DialogClose asChild>
            <Button variant="primary">{done ?? t('done')}</Button>
          </DialogClose>
        </>
      }
    >
      {children ?? (
        <code className="block rounded-lg border border-border bg-subtle p-3 text-sm break-all select-all">
          {text}
        </code>
      )}
    </DialogContent>
  )
}
