'use client'

import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { invite } from '@/lib/accounts/actions-people'
import type { InviteRequest } from '@/lib/accounts/people-schema'
import { unwrap } from '@/lib/shared/action-result'
import { type Role, roles } from '@/lib/shared/roles'
import { ShownOnce } from './shown-once'

const empty: InviteRequest = { label: '', role: 'analyst' }

/** Asks for whom a link is, and as what, and shows the link, this once. */
export function InviteDialog() {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [request, setRequest] = useState(empty)
  const create = useMutation({
    mutationFn: async () => unwrap(await invite(request)),
    onSuccess: () => router.refresh(),
  })
  const change = (next: boolean) => {
    setOpen(next)
    setRequest(empty)
    create.reset()
  }
  const link = create.data && `${window.location.origin}/invite/${create.data.token}`
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t('invitations.create')}
        </Button>
      </DialogTrigger>
      {link ? (
        <ShownOnce
          title={t('invitations.createdTitle', { label: request.label })}
          description={t('invitations.createdDescription')}
          text={link}
        />
      ) : (
        <DialogContent
          title={t('invitations.createTitle')}
          footer={
            <Button type="submit" form="invite" variant="primary" loading={create.isPending}>
              {t('invitations.create')}
            </Button>
          }
        >
          <form
            id="invite"
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              create.mutate()
            }}
          >
            <Field label={t('invitations.label')} hint={t('invitations.labelHint')} required>
              <Input
                maxLength={80}
                value={request.label}
                onChange={(event) => setRequest({ ...request, label: event.target.value })}
              />
            </Field>
            <Field label={t('invitations.role')} required>
              <Select
                value={request.role}
                onChange={(event) => setRequest({ ...request, role: event.target.value as Role })}
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {t(`roles.${role}`)}
                  </option>
                ))}
              </Select>
            </Field>
            {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
          </form>
        </DialogContent>
      )}
    </Dialog>
  )
}
