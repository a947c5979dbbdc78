'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { loadSample } from '@/lib/data/actions'
import { unwrap } from '@/lib/shared/action-result'

/** Starts the imports of the sample brand; the page then shows them run. */
export function LoadSample() {
  const t = useTranslations('overview.welcome.sample')
  const router = useRouter()
  const errorText = useErrorText()
  const load = useMutation({
    mutationFn: async () => unwrap(await loadSample()),
    onSuccess: () => router.refresh(),
  })
  const busy = load.isPending || load.isSuccess
  return (
    <div className="flex flex-col gap-3">
      <HydratedFields>
        <Button
          variant="primary"
          size="lg"
          className="self-start"
          loading={busy}
          onClick={() => load.mutate()}
        >
          {t('action')}
        </Button>
      </HydratedFields>
      <p role="status" className="sr-only">
        {busy ? t('starting') : ''}
      </p>
      {load.error ? <Alert tone="danger">{errorText(load.error)}</Alert> : null}
    </div>
  )
}
