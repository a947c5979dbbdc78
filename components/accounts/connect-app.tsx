'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { TwoFactorStart } from '@/lib/accounts/security-schema'
import { QrPicture } from './qr-picture'

export type ConnectAppProps = { start: TwoFactorStart; code: string; onCode: (code: string) => void }

/** The secret for an authenticator app, as a picture and as text, and the field for its first code. */
export function ConnectApp({ start, code, onCode }: ConnectAppProps) {
  const t = useTranslations('accounts.twoFactor')
  return (
    <>
      <p className="text-sm">{t('scan')}</p>
      <QrPicture modules={start.picture} label={t('picture')} />
      <div className="text-sm">
        <p className="text-muted">{t('secret')}</p>
        <code className="mt-1 block rounded-lg border border-border bg-subtle p-3 break-words select-all">
          {start.secret}
        </code>
      </div>
      <Field label={t('code')} hint={t('codeHint')} required>
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          value={code}
          onChange={(event) => onCode(event.target.value)}
        />
      </Field>
    </>
  )
}
