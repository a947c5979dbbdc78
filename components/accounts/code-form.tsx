'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { giveCode } from '@/lib/accounts/client'
import { AppError } from '@/lib/shared/errors'

export type CodeFormProps = { onSignedIn: () => void; onStartAgain: () => void }

/** The second step of sign-in: the app's code, or a backup code. */
export function CodeForm({ onSignedIn, onStartAgain }: CodeFormProps) {
  const t = useTranslations('accounts.signIn')
  const errorText = useErrorText()
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const [code, setCode] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const backup = kind === 'backup'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await giveCode(kind, code)
      onSignedIn()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const tooLate = error instanceof AppError && error.code === 'signInAgain'
  return (
    <>
      <h1 className="text-xl font-semibold">{t('codeTitle')}</h1>
      <p className="mt-1 text-sm text-muted">{t(backup ? 'backupDescription' : 'codeDescription')}</p>
      <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
        <Field label={t(backup ? 'backupCode' : 'code')} required>
          <Input
            key={kind}
            autoFocus
            inputMode={backup ? 'text' : 'numeric'}
            autoComplete={backup ? 'off' : 'one-time-code'}
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
        <Button type="submit" variant="primary" size="lg" loading={busy} disabled={tooLate}>
          {t('confirm')}
        </Button>
        <div className="flex flex-wrap gap-2">
          <Button
            variant="ghost"
            onClick={() => {
              setKind(backup ? 'app' : 'backup')
              setCode('')
              setError(null)
            }}
          >
            {t(backup ? 'useApp' : 'useBackup')}
          </Button>
          <Button variant="ghost" onClick={onStartAgain}>
            {t('startAgain')}
          </Button>
        </div>
      </form>
    </>
  )
}
