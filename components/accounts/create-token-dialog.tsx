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
import { createToken } from '@/lib/accounts/actions'
import { unwrap } from '@/lib/shared/action-result'
import { ShownOnce } from './shown-once'

/** Asks for a name and shows the new token, this once. */
export function CreateTokenDialog() {
  const t = useTranslations('accounts.tokens')
  const errorText = useErrorText()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const create = useMutation({
    mutationFn: async () => unwrap(await createToken({ name })),
    onSuccess: () => router.refresh(),
  })
  const change = (next: boolean) => {
    setOpen(next)
    setName('')
    create.reset()
  }
  const token = create.data?.token
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button>
          <Plus aria-hidden />
          {t('create')}
        </Button>
      </DialogTrigger>
      {token ? (
        <ShownOnce title={t('createdTitle')} description={t('createdDescription')} text={token} />
      ) : (
        <DialogContent
          title={t('createTitle')}
          footer={
            <Button type="submit" form="create-token" variant="primary" loading={create.isPending}>
              {t('create')}
            </Button>
          }
        >
          <form
            id="create-token"
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              create.mutate()
            }}
          >
            <Field label={t('name')} hint={t('nameHint')} required>
              <Input maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
            {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
          </form>
        </DialogContent>
      )}
    </Dialog>
  )
}
