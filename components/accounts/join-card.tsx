'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { joinWorkspace } from '@/lib/accounts/actions-people'
import { unwrap } from '@/lib/shared/action-result'
import type { Role } from '@/lib/shared/roles'

export type JoinCardProps = { token: string; brand: string; role: Role; name: string }

/** Somebody who is signed in already joins with one click. */
export function JoinCard({ token, brand, role, name }: JoinCardProps) {
  const t = useTranslations('accounts.accept')
  const errorText = useErrorText()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const join = async () => {
    setBusy(true)
    setError(null)
    try {
      unwrap(await joinWorkspace({ token }))
      window.location.assign('/')
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Card>
      <CardBody className="flex flex-col gap-6">
        <div>
          <h1 className="text-xl font-semibold break-words">{t('title', { brand })}</h1>
          <p className="mt-1 text-sm text-muted">{t('signedIn', { name, role: t(`roles.${role}`) })}</p>
        </div>
        {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
        <Button variant="primary" size="lg" loading={busy} onClick={join}>
          {t('join', { brand })}
        </Button>
      </CardBody>
    </Card>
  )
}
