'use client'

import { useTranslations } from 'next-intl'
import { AlertDialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from './button'

export type ConfirmDialogProps = {
  /** The element that opens it; or control it with `open` and `onOpenChange`. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description: ReactNode
  confirmLabel: ReactNode
  cancelLabel?: ReactNode
  danger?: boolean
  /** The dialog shows progress until the promise settles, then closes; a rejection leaves it open. */
  onConfirm: () => void | Promise<void>
  children?: ReactNode
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('ui')
  const [ownOpen, setOwnOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const open = props.open ?? ownOpen
  const setOpen = (next: boolean) => {
    if (busy) return
    setOwnOpen(next)
    props.onOpenChange?.(next)
  }
  const confirm = async () => {
    setBusy(true)
    try {
      await props.onConfirm()
      setOwnOpen(false)
      props.onOpenChange?.(false)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {props.trigger ? <Radix.Trigger asChild>{props.trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-overlay" />
        <Radix.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-md -translate-y-1/2 rounded-xl border border-border bg-surface p-5 shadow-overlay focus:outline-none">
          <Radix.Title className="text-base font-semibold">{props.title}</Radix.Title>
          <Radix.Description className="mt-2 text-sm text-muted">{props.description}</Radix.Description>
          {props.children ? <div className="mt-4">{props.children}</div> : null}
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button disabled={busy}>{props.cancelLabel ?? t('cancel')}</Button>
            </Radix.Cancel>
            <Button variant={props.danger ? 'danger' : 'primary'} loading={busy} onClick={confirm}>
              {props.confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
