'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { deleteSegmentation } from '@/lib/segments/actions'
import { unwrap } from '@/lib/shared/action-result'

/** Deletes a segmentation once its user has confirmed it. */
export function DeleteSegmentationButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('segments.detail')
  const router = useRouter()
  const errorText = useErrorText()
  const [error, setError] = useState<unknown>(null)
  const [open, setOpen] = useState(false)
  async function remove() {
    try {
      unwrap(await deleteSegmentation({ id }))
    } catch (failure) {
      setError(failure)
      throw failure
    }
    toast.success(t('deleted', { name }))
    router.push('/segments')
    router.refresh()
  }
  return (
    <ConfirmDialog
      danger
      open={open}
      onOpenChange={(next) => {
        setError(null)
        setOpen(next)
      }}
      trigger={
        <Button>
          <Trash2 aria-hidden />
          {t('delete')}
        </Button>
      }
      title={t('deleteTitle', { name })}
      description={t('deleteDescription')}
      confirmLabel={t('delete')}
      onConfirm={remove}
    >
      {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
    </ConfirmDialog>
  )
}
