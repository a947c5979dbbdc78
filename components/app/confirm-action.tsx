'use client'

import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useErrorText } from './use-error-text'

type ConfirmActionProps = {
  trigger: ReactNode
  title: string
  description: string
  confirmLabel: string
  /** What is done once confirmed; the dialog stays open with the reason when it rejects. */
  action: () => Promise<void>
  children?: ReactNode
}

/** Asks before something is done that takes data away, and says why when it could not be done. */
export function ConfirmAction({ action, children, ...dialog }: ConfirmActionProps) {
  const errorText = useErrorText()
  const [error, setError] = useState<unknown>(null)
  const [open, setOpen] = useState(false)
  async function confirm() {
    try {
      await action()
    } catch (failure) {
      setError(failure)
      throw failure
    }
  }
  return (
    <ConfirmDialog
      danger
      open={open}
      onOpenChange={(next) => {
        setError(null)
        setOpen(next)
      }}
      onConfirm={confirm}
      {...dialog}
    >
      {children}
      {error ? (
        <Alert tone="danger" className="mt-3">
          {errorText(error)}
        </Alert>
      ) : null}
    </ConfirmDialog>
  )
}
