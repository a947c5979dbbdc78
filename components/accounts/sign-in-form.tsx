'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card, CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { signIn } from '@/lib/accounts/client'
import { CodeForm } from './code-form'
import { EntryForm } from './entry-form'

/** `next`: the path to open once signed in; `chosen`: that its reader has just chosen a new password. */
export function SignInForm({ next, chosen }: { next: string; chosen: boolean }) {
  const t = useTranslations('accounts')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  // A full load, so that nothing of the page before sign-in stays in memory.
  const enter = () => window.location.assign(next)
  const submit = async () => {
    if ((await signIn(email, password)) === 'signedIn') return enter()
    setNeedsCode(true)
    setPassword('')
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
    <EntryForm
      title={t('signIn.title')}
      description={chosen ? t('signIn.chosen') : null}
      submitLabel={t('signIn.submit')}
      onSubmit={submit}
    >
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
    </EntryForm>
  )
}
