'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { confirmTwoFactor, startTwoFactor } from '@/lib/accounts/actions-security'
import { unwrap } from '@/lib/shared/action-result'
import { BackupCodes } from './backup-codes'
import { ConnectApp } from './connect-app'
import { PasswordField } from './password-field'

/** Turns the second factor on: the password, then the app, then the backup codes. `on`: it is on already. */
export function TwoFactorDialog({ on }: { on: boolean }) {
  const t = useTranslations('accounts.twoFactor')
  const errorText = useErrorText()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const start = useMutation({ mutationFn: async () => unwrap(await startTwoFactor({ password })) })
  const confirm = useMutation({
    mutationFn: async () => unwrap(await confirmTwoFactor({ code })),
    onSuccess: () => router.refresh(),
  })
  const change = (next: boolean) => {
    setOpen(next)
    setPassword('')
    setCode('')
    start.reset()
    confirm.reset()
  }
  const step = !start.data ? 'password' : confirm.isSuccess ? 'codes' : 'app'
  const error = step === 'password' ? start.error : confirm.error
  return (
    <Dialog open={open} onOpenChange={change}>
      {on ? null : (
        <DialogTrigger asChild>
          <Button variant="primary">{t('turnOn')}</Button>
        </DialogTrigger>
      )}
      {start.data && step === 'codes' ? (
        <BackupCodes codes={start.data.backupCodes} />
      ) : (
        <DialogContent
          title={t(step === 'password' ? 'startTitle' : 'scanTitle')}
          footer={
            <Button
              type="submit"
              form="two-factor"
              variant="primary"
              loading={start.isPending || confirm.isPending}
            >
              {t(step === 'password' ? 'next' : 'confirm')}
            </Button>
          }
        >
          <form
            id="two-factor"
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              if (step === 'password') start.mutate()
              else confirm.mutate()
            }}
          >
            {start.data ? (
              <ConnectApp start={start.data} code={code} onCode={setCode} />
            ) : (
              <PasswordField value={password} onChange={setPassword} />
            )}
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
          </form>
        </DialogContent>
      )}
    </Dialog>
  )
}
