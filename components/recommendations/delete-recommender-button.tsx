'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { Button } from '@/components/ui/button'
import { deleteRecommender } from '@/lib/recommendations/actions'
import { unwrap } from '@/lib/shared/action-result'

/** Deletes a recommender once its user has confirmed it. */
export function DeleteRecommenderButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('recommendations.detail')
  const router = useRouter()
  async function remove() {
    unwrap(await deleteRecommender({ id }))
    toast.success(t('deleted', { name }))
    router.push('/recommendations')
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
