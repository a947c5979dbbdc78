'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { HydratedFields } from '@/components/ui/hydrated-fields'

type EntryFormProps = {
  title: string
  description?: string | null
  submitLabel: string
  /** Leaves the page when it has done its work; the form stays, with the reason, when it rejects. */
  onSubmit: () => Promise<void>
  /** the fields */
  children: ReactNode
  /** below the form */
  footer?: ReactNode
}

/** The one form of a page outside of the workspace: of those who set up, sign in, join or choose a password. */
export function EntryForm({ title, description, submitLabel, onSubmit, children, footer }: EntryFormProps) {
  const errorText = useErrorText()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await onSubmit()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Card>
      <CardBody>
        <h1 className="text-xl font-semibold break-words">{title}</h1>
        {description ? <p className="mt-1 text-sm break-words text-muted">{description}</p> : null}
        <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
          <HydratedFields>
            {children}
            {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
            <Button type="submit" variant="primary" size="lg" loading={busy}>
              {submitLabel}
            </Button>
          </HydratedFields>
        </form>
        {footer}
      </CardBody>
    </Card>
  )
}
