'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { confirmImport, discardImport } from '@/lib/data/actions'
import { unwrap } from '@/lib/shared/action-result'

type ImportDecisionProps = {
  importId: string
  /** rows that would be imported */
  rows: number
  mappingHref: string
}

/** Imports what was checked, goes back to its columns, or forgets it. */
export function ImportDecision({ importId, rows, mappingHref }: ImportDecisionProps) {
  const t = useTranslations('data.import')
  const router = useRouter()
  const errorText = useErrorText()
  const confirm = useMutation({
    mutationFn: async () => unwrap(await confirmImport({ importId })),
    onSuccess: ({ jobId }) => {
      if (jobId) toast.info(t('changedMeanwhile'))
      router.refresh()
    },
  })
  const discard = useMutation({
    mutationFn: async () => unwrap(await discardImport({ importId })),
    onSuccess: () => router.refresh(),
  })
  const confirming = confirm.isPending || confirm.isSuccess
  const discarding = discard.isPending || discard.isSuccess
  const error = confirm.error ?? discard.error
  return (
    <div className="sticky bottom-20 z-20 flex flex-col gap-3 rounded-xl border border-border bg-surface px-5 py-3 shadow-overlay lg:bottom-3">
      {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
      <div className="flex flex-wrap items-center gap-2">
        {rows > 0 ? (
          <Button
            variant="primary"
            loading={confirming}
            disabled={discarding}
            onClick={() => confirm.mutate()}
          >
            {t('confirm', { rows })}
          </Button>
        ) : null}
        <ButtonLink href={mappingHref}>{t('columns')}</ButtonLink>
        <Button variant="ghost" loading={discarding} disabled={confirming} onClick={() => discard.mutate()}>
          {t('discard')}
        </Button>
      </div>
    </div>
  )
}
