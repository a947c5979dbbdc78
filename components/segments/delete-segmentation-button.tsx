'use client'

import { useTranslations } from 'next-intl'
import { DeleteButton } from '@/components/app/delete-button'
import { deleteSegmentation } from '@/lib/segments/actions'
import { unwrap } from '@/lib/shared/action-result'

/** Deletes a segmentation once its reader has confirmed it. */
export function DeleteSegmentationButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations('segments.detail')
  return (
    <DeleteButton
      label={t('delete')}
      title={t('deleteTitle', { name })}
      description={t('deleteDescription')}
      done={t('deleted', { name })}
      listPath="/segments"
      remove={async () => {
        unwrap(await deleteSegmentation({ id }))
      }}
    />
  )
}
