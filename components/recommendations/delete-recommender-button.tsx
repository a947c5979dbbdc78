'use client'

import { useTranslations } from 'next-intl'
import { DeleteButton } from '@/components/app/delete-button'
import { deleteRecommender } from '@/lib/recommendations/actions'
import { unwrap } from '@/lib/shared/action-result'

/** Deletes a recommender once its reader has confirmed it. */
export function DeleteRecommenderButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('recommendations.detail')
  return (
    <DeleteButton
      label={t('delete')}
      title={t('deleteTitle', { name })}
      description={t('deleteDescription')}
      done={t('deleted', { name })}
      listPath="/recommendations"
      remove={async () => {
        unwrap(await deleteRecommender({ id }))
      }}
    />
  )
}
