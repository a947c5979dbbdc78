'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { ConfirmAction } from '@/components/app/confirm-action'
import { Button } from '@/components/ui/button'
import { liftErasure } from '@/lib/privacy/erasure-actions'
import { unwrap } from '@/lib/shared/action-result'

/** Lets imports take a person in again once that is confirmed. */
export function LiftErasure({ erasureId }: { erasureId: string }) {
  const t = useTranslations('privacy.erasures')
  const router = useRouter()
  async function lift() {
    unwrap(await liftErasure({ erasureId }))
    toast.success(t('liftDone'))
    router.refresh()
  }
  return (
    <ConfirmAction
      trigger={<Button size="sm">{t('lift')}</Button>}
      title={t('liftTitle')}
      description={t('liftDescription')}
      confirmLabel={t('lift')}
      action={lift}
    />
  )
}
