'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { BackupCodes } from './backup-codes'
import { PasswordField } from './password-field'

export type PasswordDialogProps = {
  trigger: ReactNode
  title: string
  description: string
  confirmLabel: string
  /** What is done with the password; backup codes that it answers are shown, this once. */
  action: (password: string) => Promise<string[] | null>
}

/** Asks for the password before it does something. */
export function PasswordDialog({ trigger, action, confirmLabel, ...texts }: PasswordDialogProps) {
  const errorText = useErrorText()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const act = useMutation({
    mutationFn: () => action(password),
    onSuccess: (codes) => {
      setPassword('')
      if (!codes) setOpen(false)
      router.refresh()
    },
  })
  const change = (next: boolean) => {
    setOpen(next)
    setPassword('')
    act.reset()
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      {act.data ? (
        <BackupCodes codes={act.data} />
      ) : (
        <DialogContent
          {...texts}
          footer={
            <Button type="submit" form="password-dialog" variant="primary" loading={act.isPending}>
              {confirmLabel}
            </Button>
          }
        >
          <form
            id="password-dialog"
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              act.mutate()
            }}
          >
            <PasswordField value={password} onChange={setPassword} />
            {act.error ? <Alert tone="danger">{errorText(act.error)}</Alert> : null}
          </form>
        </DialogContent>
      )}
    </Dialog>
  )
}
