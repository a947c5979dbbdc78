'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { createPasswordLink } from '@/lib/accounts/actions-people'
import { passwordLinkHours } from '@/lib/accounts/people-schema'
import { unwrap } from '@/lib/shared/action-result'
import { ShownOnce } from './shown-once'

/** For a member who forgot their password: makes a link by which they choose a new one, and shows it, this once. */
export function PasswordLinkDialog({ memberId, name }: { memberId: string; name: string }) {
  const t = useTranslations('accounts.passwordLink')
  const errorText = useErrorText()
  const [open, setOpen] = useState(false)
  const create = useMutation({ mutationFn: async () => unwrap(await createPasswordLink({ memberId })) })
  const change = (next: boolean) => {
    setOpen(next)
    create.reset()
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={t('createFor', { name })}>
          {t('create')}
        </Button>
      </DialogTrigger>
      {create.data ? (
        <ShownOnce
          title={t('createdTitle', { name })}
          description={t('createdDescription', { hours: passwordLinkHours })}
          text={`${window.location.origin}/password/${create.data.token}`}
        />
      ) : (
        <DialogContent
          title={t('createTitle', { name })}
          description={t('createDescription', { name })}
          footer={
            <Button variant="primary" loading={create.isPending} onClick={() => create.mutate()}>
              {t('createConfirm')}
            </Button>
          }
        >
          {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
        </DialogContent>
      )}
    </Dialog>
  )
}
