'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { HydratedFields } from '@/components/app/hydrated-fields'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { choosePassword } from '@/lib/accounts/actions-people'
import { unwrap } from '@/lib/shared/action-result'
import { NewPasswordField } from './person-fields'

/** The holder of a link chooses a new password, and signs in with it. */
export function ChoosePasswordForm({ token, name, email }: { token: string; name: string; email: string }) {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      unwrap(await choosePassword({ token, password }))
      window.location.assign('/sign-in')
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Card>
      <CardBody>
        <h1 className="text-xl font-semibold break-words">{t('passwordLink.title')}</h1>
        <p className="mt-1 text-sm break-words text-muted">
          {t('passwordLink.description', { name, email })}
        </p>
        <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
          <HydratedFields>
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <NewPasswordField label={t('settings.newPassword')} value={password} onChange={setPassword} />
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
            <Button type="submit" variant="primary" size="lg" loading={busy}>
              {t('passwordLink.submit')}
            </Button>
          </HydratedFields>
        </form>
      </CardBody>
    </Card>
  )
}
