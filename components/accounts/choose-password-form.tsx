'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { choosePassword } from '@/lib/accounts/actions-people'
import { unwrap } from '@/lib/shared/action-result'
import { EntryForm } from './entry-form'
import { NewPasswordField } from './person-fields'

/** The holder of a link chooses a new password, and signs in with it. */
export function ChoosePasswordForm({ token, name, email }: { token: string; name: string; email: string }) {
  const t = useTranslations('accounts')
  const [password, setPassword] = useState('')
  return (
    <EntryForm
      title={t('passwordLink.title')}
      description={t('passwordLink.description', { name, email })}
      submitLabel={t('passwordLink.submit')}
      onSubmit={async () => {
        unwrap(await choosePassword({ token, password }))
        window.location.assign('/sign-in?chosen=password')
      }}
    >
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField label={t('settings.newPassword')} value={password} onChange={setPassword} />
    </EntryForm>
  )
}
