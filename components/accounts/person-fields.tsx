'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { longestPassword, shortestPassword } from '@/lib/accounts/schema'

type Person = { name: string; email: string; password: string }
type Change = (change: Partial<Person>) => void

/** Name, e-mail and a new password of somebody who makes an account. */
export function PersonFields({ person, onChange }: { person: Person; onChange: Change }) {
  const t = useTranslations('accounts.person')
  return (
    <>
      <Field label={t('name')} required>
        <Input
          autoComplete="name"
          maxLength={80}
          value={person.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </Field>
      <Field label={t('email')} required>
        <Input
          type="email"
          autoComplete="email"
          maxLength={254}
          value={person.email}
          onChange={({ target }) => onChange({ email: target.value })}
        />
      </Field>
      <NewPasswordField
        label={t('password')}
        value={person.password}
        onChange={(password) => onChange({ password })}
      />
    </>
  )
}

type NewPasswordFieldProps = { label: string; value: string; onChange: (password: string) => void }

/** A password that is being chosen. */
export function NewPasswordField({ label, value, onChange }: NewPasswordFieldProps) {
  const t = useTranslations('accounts.person')
  return (
    <Field label={label} hint={t('passwordHint')} required>
      <Input
        type="password"
        autoComplete="new-password"
        minLength={shortestPassword}
        maxLength={longestPassword}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}
