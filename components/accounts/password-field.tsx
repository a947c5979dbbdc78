'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** The reader's own password, asked for again before something that matters. */
export function PasswordField({ value, onChange }: { value: string; onChange: (password: string) => void }) {
  const t = useTranslations('accounts.twoFactor')
  return (
    <Field label={t('password')} required>
      <Input
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
