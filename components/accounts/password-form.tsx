'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { Input } from '@/components/ui/input'
import { changePassword } from '@/lib/accounts/actions'
import { unwrap } from '@/lib/shared/action-result'

const empty = { current: '', next: '' }

export function PasswordForm() {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const [value, setValue] = useState(empty)
  const change = useMutation({
    mutationFn: async () => unwrap(await changePassword(value)),
    onSuccess: () => {
      setValue(empty)
      toast.success(t('settings.passwordChanged'))
    },
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate()
      }}
    >
      <HydratedFields>
        <Field label={t('settings.currentPassword')} required>
          <Input
            type="password"
            autoComplete="current-password"
            value={value.current}
            onChange={(event) => setValue({ ...value, current: event.target.value })}
          />
        </Field>
        <Field label={t('settings.newPassword')} hint={t('person.passwordHint')} required>
          <Input
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            value={value.next}
            onChange={(event) => setValue({ ...value, next: event.target.value })}
          />
        </Field>
        {change.error ? <Alert tone="danger">{errorText(change.error)}</Alert> : null}
        <Button type="submit" className="self-start" loading={change.isPending}>
          {t('settings.changePassword')}
        </Button>
      </HydratedFields>
    </form>
  )
}
