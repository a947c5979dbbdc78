'use client'

import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { signOut } from '@/lib/accounts/client'

export function SignOutButton({ label }: { label: string }) {
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    setBusy(true)
    try {
      await signOut()
      window.location.assign('/sign-in')
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <Button variant="primary" loading={busy} onClick={leave}>
        {label}
      </Button>
      {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
    </div>
  )
}
