'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { Button } from '@/components/ui/button'
import { deleteSegmentation } from '@/lib/segments/actions'
import { unwrap } from '@/lib/shared/action-result'

/** Deletes a segmentation once its user has confirmed it. */
export function DeleteSegmentationButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('segments.detail')
  const router = useRouter()
  async function remove() {
    unwrap(await deleteSegmentation({ id }))
    toast.success(t('deleted', { name }))
    router.push('/segments')
    router.refresh()
  }
  return (
    <ConfirmAction
      trigger={
        <Button>
          <Trash2 aria-hidden />
          {t('delete')}
        </Button>
      }
      title={t('deleteTitle', { name })}
      description={t('deleteDescription')}
      confirmLabel={t('delete')}
      action={remove}
    />
  )
}
