'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { UserX } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { JobProgress } from '@/components/jobs/job-progress'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { eraseCustomer } from '@/lib/privacy/erasure-actions'
import { erasurePreviewQuery } from '@/lib/privacy/erasure-client'
import { unwrap } from '@/lib/shared/action-result'
import { ErasePreview } from './erase-preview'

type EraseCustomerProps = { customerId: string; title: string; removalHref: string }

/** Erases a person once an owner has seen what goes and confirmed it. */
export function EraseCustomer({ customerId, title, removalHref }: EraseCustomerProps) {
  const t = useTranslations('privacy.erase')
  const errorText = useErrorText()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [sure, setSure] = useState(false)
  const [ended, setEnded] = useState(false)
  const erase = useMutation({ mutationFn: async () => unwrap(await eraseCustomer({ customerId })) })
  const { data: preview, error } = useQuery({
    ...erasurePreviewQuery(customerId),
    enabled: open && !erase.data,
  })
  const failure = error ?? erase.error
  const busy = erase.isPending || (erase.isSuccess && !ended)
  return (
    <Dialog open={open} onOpenChange={(next) => !busy && setOpen(next)}>
      <DialogTrigger asChild>
        <Button variant="danger">
          <UserX aria-hidden />
          {t('trigger')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title', { name: title })}
        description={t('description')}
        footer={
          <>
            <Button disabled={busy} onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button
              variant="danger"
              disabled={!preview || !sure || ended}
              loading={busy}
              onClick={() => erase.mutate()}
            >
              {t('confirm')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {erase.data ? (
            <JobProgress
              jobId={erase.data.jobId}
              title={t('running')}
              canCancel={false}
              onDone={({ state }) => {
                setEnded(true)
                if (state !== 'completed') return
                router.push('/settings/privacy')
                router.refresh()
              }}
            />
          ) : preview ? (
            <>
              <ErasePreview preview={preview} removalHref={removalHref} />
              <Checkbox label={t('sure')} checked={sure} onChange={({ target }) => setSure(target.checked)} />
            </>
          ) : failure ? null : (
            <Skeleton className="h-40" />
          )}
          {failure ? <Alert tone="danger">{errorText(failure)}</Alert> : null}
        </div>
      </DialogContent>
    </Dialog>
  )
}
