'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { HydratedFields } from '@/components/app/hydrated-fields'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { signIn } from '@/lib/accounts/client'
import { CodeForm } from './code-form'

/** `next`: the path to open once signed in. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [needsCode, setNeedsCode] = useState(false)
  // A full load, so that nothing of the page before sign-in stays in memory.
  const enter = () => window.location.assign(next)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      if ((await signIn(email, password)) === 'signedIn') return enter()
      setNeedsCode(true)
      setPassword('')
      setBusy(false)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  if (needsCode)
    return (
      <Card>
        <CardBody>
          <CodeForm onSignedIn={enter} onStartAgain={() => setNeedsCode(false)} />
        </CardBody>
      </Card>
    )
  return (
    <Card>
      <CardBody>
        <h1 className="text-xl font-semibold">{t('signIn.title')}</h1>
        <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
          <HydratedFields>
            <Field label={t('person.email')} required>
              <Input
                type="email"
                autoComplete="username"
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            </Field>
            <Field label={t('person.password')} required>
              <Input
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </Field>
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
            <Button type="submit" variant="primary" size="lg" loading={busy}>
              {t('signIn.submit')}
            </Button>
          </HydratedFields>
        </form>
      </CardBody>
    </Card>
  )
}
