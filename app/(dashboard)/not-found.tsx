import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

export default async function DashboardNotFound() {
  const t = await getTranslations('shell.notFound')
  return (
    <EmptyState
      heading="h1"
      title={t('title')}
      description={t('description')}
      actions={<ButtonLink href="/">{t('action')}</ButtonLink>}
    />
  )
}
