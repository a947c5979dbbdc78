'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { Input } from '@/components/ui/input'
import { changeName } from '@/lib/accounts/actions'
import { unwrap } from '@/lib/shared/action-result'

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const router = useRouter()
  const [value, setValue] = useState(name)
  const change = useMutation({
    mutationFn: async () => unwrap(await changeName({ name: value })),
    onSuccess: () => {
      toast.success(t('settings.nameSaved'))
      router.refresh()
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
        <Field label={t('person.name')} required>
          <Input
            autoComplete="name"
            maxLength={80}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
        {change.error ? <Alert tone="danger">{errorText(change.error)}</Alert> : null}
        <Button type="submit" className="self-start" loading={change.isPending}>
          {t('settings.changeName')}
        </Button>
      </HydratedFields>
    </form>
  )
}
