'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextLink } from '@/components/ui/text-link'
import { acceptInvitation } from '@/lib/accounts/actions-people'
import { unwrap } from '@/lib/shared/action-result'
import type { Role } from '@/lib/shared/roles'
import { EntryForm } from './entry-form'
import { PersonFields } from './person-fields'

export type AcceptFormProps = { token: string; brand: string; role: Role }

/** An invited person makes their account. */
export function AcceptForm({ token, brand, role }: AcceptFormProps) {
  const t = useTranslations('accounts.accept')
  const [person, setPerson] = useState({ name: '', email: '', password: '' })
  return (
    <EntryForm
      title={t('title', { brand })}
      description={t('description', { role: t(`roles.${role}`) })}
      submitLabel={t('submit')}
      onSubmit={async () => {
        unwrap(await acceptInvitation({ token, ...person }))
        window.location.assign('/')
      }}
      footer={
        <p className="mt-6 text-sm text-muted">
          {t('haveAccount')}{' '}
          <TextLink href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}>{t('signIn')}</TextLink>
        </p>
      }
    >
      <PersonFields person={person} onChange={(change) => setPerson({ ...person, ...change })} />
    </EntryForm>
  )
}
