'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { setUp } from '@/lib/accounts/actions'
import type { WorkspaceSettings } from '@/lib/accounts/schema'
import { unwrap } from '@/lib/shared/action-result'
import type { Locale } from '@/lib/shared/locales'
import { guessCurrency, type Regions } from '@/lib/shared/regions'
import { EntryForm } from './entry-form'
import { PersonFields } from './person-fields'
import { WorkspaceFields } from './workspace-fields'

/** The first visit: the owner's account and the brand. */
export function SetUpForm({ needsToken, regions }: { needsToken: boolean; regions: Regions }) {
  const t = useTranslations('accounts')
  const locale = useLocale() as Locale
  const [person, setPerson] = useState({ name: '', email: '', password: '', token: '' })
  const [workspace, setWorkspace] = useState<WorkspaceSettings>({
    name: '',
    currency: 'EUR',
    timeZone: 'UTC',
    language: locale,
  })
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const timeZone = regions.timeZones.includes(zone) ? zone : 'UTC'
    setWorkspace((current) => ({ ...current, timeZone, currency: guessCurrency(navigator.language) }))
  }, [regions])

  return (
    <EntryForm
      title={t('setUp.title')}
      description={t('setUp.description')}
      submitLabel={t('setUp.submit')}
      onSubmit={async () => {
        unwrap(await setUp({ ...person, workspace }))
        window.location.assign('/')
      }}
    >
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
    </EntryForm>
  )
}
