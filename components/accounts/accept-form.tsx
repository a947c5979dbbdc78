'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { HydratedFields } from '@/components/app/hydrated-fields'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { acceptInvitation } from '@/lib/accounts/actions-people'
import { unwrap } from '@/lib/shared/action-result'
import type { Role } from '@/lib/shared/roles'
import { PersonFields } from './person-fields'

export type AcceptFormProps = { token: string; brand: string; role: Role }

/** An invited person makes their account. */
export function AcceptForm({ token, brand, role }: AcceptFormProps) {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      unwrap(await acceptInvitation({ token, ...person }))
      window.location.assign('/')
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Card>
      <CardBody>
        <h1 className="text-xl font-semibold break-words">{t('accept.title', { brand })}</h1>
        <p className="mt-1 text-sm text-muted">
          {t('accept.description', { role: t(`accept.roles.${role}`) })}
        </p>
        <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
          <HydratedFields>
            <PersonFields person={person} onChange={(change) => setPerson({ ...person, ...change })} />
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
            <Button type="submit" variant="primary" size="lg" loading={busy}>
              {t('accept.submit')}
            </Button>
          </HydratedFields>
        </form>
        <p className="mt-6 text-sm text-muted">
          {t('accept.haveAccount')}{' '}
          <TextLink href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}>
            {t('accept.signIn')}
          </TextLink>
        </p>
      </CardBody>
    </Card>
  )
}
