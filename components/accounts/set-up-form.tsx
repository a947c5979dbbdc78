'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { HydratedFields } from '@/components/app/hydrated-fields'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { setUp } from '@/lib/accounts/actions'
import type { WorkspaceSettings } from '@/lib/accounts/schema'
import { unwrap } from '@/lib/shared/action-result'
import type { Locale } from '@/lib/shared/locales'
import { guessCurrency, type Regions } from '@/lib/shared/regions'
import { PersonFields } from './person-fields'
import { WorkspaceFields } from './workspace-fields'

/** The first visit: the owner's account and the brand. */
export function SetUpForm({ needsToken, regions }: { needsToken: boolean; regions: Regions }) {
  const t = useTranslations('accounts')
  const errorText = useErrorText()
  const locale = useLocale() as Locale
  const [person, setPerson] = useState({ name: '', email: '', password: '', token: '' })
  const [workspace, setWorkspace] = useState<WorkspaceSettings>({
    name: '',
    currency: 'EUR',
    timeZone: 'UTC',
    language: locale,
  })
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const timeZone = regions.timeZones.includes(zone) ? zone : 'UTC'
    setWorkspace((current) => ({ ...current, timeZone, currency: guessCurrency(navigator.language) }))
  }, [regions])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      unwrap(await setUp({ ...person, workspace }))
      window.location.assign('/')
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Card>
      <CardBody>
        <h1 className="text-xl font-semibold">{t('setUp.title')}</h1>
        <p className="mt-1 text-sm text-muted">{t('setUp.description')}</p>
        <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
          <HydratedFields>
            {needsToken ? (
              <Field label={t('setUp.token')} hint={t('setUp.tokenHint')} required>
                <Input
                  autoComplete="off"
                  value={person.token}
                  onChange={({ target }) => setPerson({ ...person, token: target.value })}
                />
              </Field>
            ) : null}
            <PersonFields person={person} onChange={(change) => setPerson({ ...person, ...change })} />
            <WorkspaceFields value={workspace} onChange={setWorkspace} regions={regions} />
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
            <Button type="submit" variant="primary" size="lg" loading={busy}>
              {t('setUp.submit')}
            </Button>
          </HydratedFields>
        </form>
      </CardBody>
    </Card>
  )
}
